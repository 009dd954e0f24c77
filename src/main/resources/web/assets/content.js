/** What a message says, as elements. */
import { h, icon, button } from './dom.js';
import { enlarge } from './dialogs.js';
import { t } from './words.js';

/**
 * @param content {parts, buttons}
 * @param does {press(action, element), goTo(place)}
 * @param level of headings
 */
export function contentOf(content, does, level = 3) {
  const box = h('div', { class: 'content' });
  for (const p of content.parts ?? []) {
    const element = part(p, level);
    if (!element) continue;
    // Files that come together stand together.
    if (p.type === 'file' && box.lastElementChild?.className === 'files') box.lastElementChild.append(element);
    else box.append(p.type === 'file' ? h('div', { class: 'files' }, element) : element);
  }
  if (content.buttons?.length) box.append(h('div', { class: 'buttons' }, content.buttons.map((b) => pressable(b, does))));
  return box;
}

function part(p, level) {
  switch (p.type) {
    case 'heading':
      return h(`h${level}`, { class: 'heading' }, p.text);
    case 'paragraph':
      return h('p', {}, p.text);
    case 'bullets':
      return h('ul', {}, p.items.map((i) => h('li', {}, i)));
    case 'numbered':
      // The numbers are what people type, so they are text: a list of the browser's own could count otherwise.
      return h('ul', { class: 'numbered' }, p.items.map((i) => h('li', {}, h('b', {}, `${i.number}.`), h('span', {}, i.text))));
    case 'quote':
      return h('blockquote', {}, h('p', {}, p.text));
    case 'note':
      return h('p', { class: 'note' }, p.text);
    case 'picture':
      return h(
        'button',
        { type: 'button', class: 'picture', 'aria-label': t('message.enlarge', { alt: p.alternative }), 'data-test': 'picture', on: { click: () => enlarge(p) } },
        h('img', { src: p.url, alt: p.alternative, loading: 'lazy' }),
      );
    case 'file':
      return h(
        'div',
        { class: 'file' },
        h('a', { href: p.url, target: '_blank', rel: 'noopener', 'aria-label': t('message.open', { name: p.name }), 'data-test': 'file' }, icon('file'), h('span', {}, p.name)),
        h('a', { href: p.url, download: p.name, class: 'download', 'aria-label': t('message.download', { name: p.name }), title: t('message.download', { name: p.name }) }, icon('download')),
      );
    default:
      return p.text ? h('p', {}, p.text) : null;
  }
}

const LOOKS = { PRIMARY: 'primary', PLAIN: 'plain', DANGER: 'danger' };

function pressable(b, does) {
  if (b.type === 'goto') return h('button', { type: 'button', class: 'button primary', 'data-test': 'goto', 'data-place': b.place, on: { click: () => does.goTo(b.place) } }, h('span', {}, b.label), icon('go'));
  if (b.type === 'link') return h('a', { href: b.url, target: '_blank', rel: 'noopener', class: 'button plain', 'data-test': 'link' }, h('span', {}, b.label), icon('go'));
  const pressed = async (event) => {
    const element = event.currentTarget;
    if (element.getAttribute('aria-disabled') === 'true') return;
    element.setAttribute('aria-disabled', 'true');
    try {
      await does.press(b.action, element);
    } finally {
      element.removeAttribute('aria-disabled');
    }
  };
  return button({ words: b.label, look: LOOKS[b.look] ?? 'plain', test: 'press', press: pressed, 'data-action': b.action });
}

/** The words alone, for who listens and for one line in a list. */
export function plain(content) {
  return (content.parts ?? [])
    .map((p) => {
      if (p.type === 'bullets') return p.items.join(', ');
      if (p.type === 'numbered') return p.items.map((i) => `${i.number}. ${i.text}`).join(', ');
      if (p.type === 'picture') return p.alternative;
      if (p.type === 'file') return p.name;
      return p.text ?? '';
    })
    .filter(Boolean)
    .join('. ');
}

export function title(content) {
  return content.parts?.find((p) => p.type === 'heading')?.text ?? plain(content);
}
