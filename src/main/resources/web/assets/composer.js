/**
 * The box to write in, with completion of /cafe commands. What is typed is kept as a draft until it is sent.
 *
 * The box is a text area whose list of commands follows the combobox pattern as far as a text area allows: the focus stays in the
 * box, aria-activedescendant says which command is chosen, arrows move, Enter or Tab fills in, Escape closes.
 */
import { announce, h, icon, newKey, touch } from './dom.js';
import { api } from './api.js';
import { drafts } from './kept.js';
import { say } from './outbox.js';
import { language, t } from './words.js';

const LONGEST = 4000;
const menus = new Map();

function menu() {
  const lang = language();
  if (!menus.has(lang)) {
    menus.set(lang, api.menu(lang).catch(() => (menus.delete(lang), [])));
  }
  return menus.get(lang);
}

/**
 * @param at {place, thread}
 * @param look {label, placeholder, test, visibleLabel, commands, sent()}
 */
export function composer(at, look) {
  const id = `write-${newKey()}`;
  const where = at.thread ? `${at.place}.${at.thread}` : at.place;
  const box = h('textarea', {
    id,
    class: 'write-box',
    rows: 1,
    maxlength: LONGEST,
    placeholder: look.placeholder,
    'data-test': look.test,
    autocapitalize: 'sentences',
    enterkeyhint: touch.matches ? 'enter' : 'send',
    'aria-autocomplete': look.commands ? 'list' : null,
    'aria-haspopup': look.commands ? 'listbox' : null,
  });
  box.value = drafts.read(where);
  const list = h('ul', { class: 'commands', role: 'listbox', tabindex: '0', id: `${id}-list`, 'aria-label': t('write.list'), hidden: true, 'data-test': 'commands', on: { mousedown: (e) => e.preventDefault() } });
  const usage = h('p', { class: 'usage', id: `${id}-usage`, hidden: true });
  const send = h('button', { type: 'submit', class: 'button primary round', 'aria-label': t('write.send'), title: t('write.send'), 'data-test': look.sendTest ?? 'send' }, icon('send'));
  const slash =
    look.commands &&
    h('button', { type: 'button', class: 'button bare round', 'aria-label': t('write.commands'), title: t('write.commands'), 'data-test': 'open-commands', on: { click: begin } }, icon('slash'));
  const form = h(
    'form',
    { class: `composer ${look.class ?? ''}`, autocomplete: 'off' },
    usage,
    h('label', { for: id, class: look.visibleLabel ? 'composer-label' : 'unseen' }, look.label),
    h('div', { class: 'composer-row' }, slash, box, send),
    list,
  );
  let found = [];
  let active = -1;

  box.addEventListener('input', () => {
    drafts.keep(where, box.value);
    grow();
    complete();
  });
  box.addEventListener('keydown', typed);
  box.addEventListener('blur', close);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    sendNow();
  });
  grow();

  function sendNow() {
    const text = box.value.trim();
    if (!text) return box.focus();
    box.value = '';
    drafts.keep(where, '');
    close();
    usage.hidden = true;
    grow();
    say(at.place, at.thread, text);
    look.sent?.();
    box.focus({ preventScroll: true });
  }

  function typed(event) {
    if (!list.hidden && found.length) {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        return activate((active + (event.key === 'ArrowDown' ? 1 : -1) + found.length) % found.length);
      }
      if ((event.key === 'Enter' || event.key === 'Tab') && active >= 0 && !event.shiftKey) {
        event.preventDefault();
        return fill(found[active]);
      }
      if (event.key === 'Escape') {
        event.preventDefault();
        event.stopPropagation();
        return close();
      }
    }
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && !touch.matches) {
      event.preventDefault();
      sendNow();
    }
  }

  async function complete() {
    if (!look.commands) return;
    const text = box.value;
    const word = /^\/(?:c(?:a(?:f(?:e(?: (\S*))?)?)?)?)?$/i.exec(text);
    const whole = /^\/cafe (\S+) /i.exec(text);
    if (!word && !whole) {
      usage.hidden = true;
      return close();
    }
    const entries = await menu();
    if (box.value !== text) return;
    if (whole) {
      const entry = entries.find((e) => e.word === whole[1].toLowerCase());
      usage.textContent = entry ? `/cafe ${entry.usage} – ${entry.help}` : '';
      usage.hidden = !entry;
      return close();
    }
    usage.hidden = true;
    const begun = (word[1] ?? '').toLowerCase();
    found = entries.filter((e) => e.word.startsWith(begun));
    // A whole word needs no filling in: Enter sends it.
    if (!found.length || (found.length === 1 && found[0].word === begun)) return close();
    list.replaceChildren(
      ...found.map((e, i) =>
        h(
          'li',
          { role: 'option', id: `${id}-${i}`, 'aria-selected': 'false', on: { click: () => fill(e) } },
          h('b', {}, e.usage),
          h('span', {}, e.help),
        ),
      ),
    );
    if (list.hidden) announce(t('write.commandsFound', { n: found.length }));
    list.hidden = false;
    box.setAttribute('aria-controls', list.id);
    activate(begun && found[0].word !== begun ? 0 : -1);
    list.scrollTop = 0;
  }

  function activate(i) {
    active = i;
    [...list.children].forEach((o, at) => o.setAttribute('aria-selected', String(at === i)));
    if (i < 0) box.removeAttribute('aria-activedescendant');
    else {
      box.setAttribute('aria-activedescendant', list.children[i].id);
      list.children[i].scrollIntoView({ block: 'nearest' });
    }
  }

  function fill(entry) {
    box.value = `/cafe ${entry.word} `;
    if (entry.usage === entry.word) box.value = `/cafe ${entry.word}`;
    drafts.keep(where, box.value);
    close();
    box.focus();
    if (entry.usage !== entry.word) complete();
  }

  function close() {
    list.hidden = true;
    active = -1;
    box.removeAttribute('aria-activedescendant');
    box.removeAttribute('aria-controls');
  }

  function begin() {
    if (!box.value.startsWith('/cafe')) box.value = `/cafe ${box.value}`;
    drafts.keep(where, box.value);
    box.focus();
    box.setSelectionRange(box.value.length, box.value.length);
    complete();
  }

  function grow() {
    if (CSS.supports('field-sizing', 'content')) return;
    box.rows = Math.min(8, Math.max(1, box.value.split('\n').length + Math.floor(box.value.length / 60)));
  }

  return { element: form, box, focus: () => box.focus(), isEmpty: () => !box.value.trim() };
}
