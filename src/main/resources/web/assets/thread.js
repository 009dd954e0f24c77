/** A message with what people answered to it: beside the stream, or over the whole of a phone. */
import { api } from './api.js';
import { composer } from './composer.js';
import { button, follow, h } from './dom.js';
import { messageView, pendingView, title, whisperView } from './message.js';
import { unsent } from './outbox.js';
import { message, putThread, sorted, state } from './state.js';
import { asksForAnswers } from './stream.js';
import { t } from './words.js';

/** @param around {closeThread(), goTo(place)} */
export function threadView(around) {
  const heading = h('h2', { tabindex: '-1', id: 'thread-title' }, t('thread.title'));
  const where = h('p', { class: 'hint thread-of' });
  const close = button({ label: t('thread.close'), icon: 'close', look: 'bare', test: 'close-thread', press: () => around.closeThread() });
  const back = button({ label: t('thread.close'), icon: 'back', look: 'bare', test: 'thread-back', press: () => around.closeThread() });
  back.classList.add('thread-back');
  close.classList.add('thread-close');
  const root = h('ol', { class: 'messages thread-root', role: 'list' });
  const note = h('p', { class: 'stream-note' });
  const list = h('ol', { class: 'messages', role: 'list' });
  const scroller = h('div', { class: 'scroller', tabindex: '0', role: 'group', 'aria-label': t('thread.title') }, root, note, list);
  const foot = h('div', { class: 'thread-foot' });
  const element = h('section', { class: 'thread', 'aria-labelledby': 'thread-title', 'data-test': 'thread' }, h('header', { class: 'thread-head' }, back, h('div', {}, heading, where), close), scroller, foot);
  let rootViews = new Map();
  let views = new Map();
  let shown = null;
  let box = null;
  let stick = true;
  const inThread = { inThread: true, goTo: around.goTo, openThread: () => {}, focus: () => box?.focus() };

  scroller.addEventListener('scroll', () => (stick = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 90), { passive: true });
  new ResizeObserver(() => stick && shown?.settled && (scroller.scrollTop = scroller.scrollHeight)).observe(scroller);

  function show(place, id) {
    if (shown?.id !== id || shown.closed !== place.archived) {
      shown = { place, id, closed: place.archived };
      rootViews = new Map();
      views = new Map();
      root.replaceChildren();
      list.replaceChildren();
      stick = false;
      const prompt = message(place.id, id);
      const asks = prompt && asksForAnswers(prompt);
      box = place.archived ? null : composer({ place: place.id, thread: id }, { label: asks ? t('answer.label') : t('thread.reply'), placeholder: asks ? t('answer.placeholder') : t('thread.reply'), test: 'reply-box', sendTest: 'reply-send', commands: true, class: 'answer', visibleLabel: asks, sent: () => (stick = true) });
      foot.replaceChildren(box ? box.element : h('p', { class: 'hint' }, t('place.closed')));
      back.setAttribute('aria-label', t('thread.back', { place: place.title }));
    }
    shown.place = place;
    const thread = state.threads.get(id);
    if (!thread?.loaded && !shown.loading) load(place.id, id);
    render();
    if (thread?.loaded && !shown.settled) settle(shown);
  }

  /** A short thread is read from its question on, a long one from its newest answers. */
  function settle(at) {
    stick = list.childElementCount > 4;
    if (stick) scroller.scrollTop = scroller.scrollHeight;
    at.settled = true;
  }

  async function load(place, id) {
    const at = shown;
    at.loading = true;
    note.textContent = t('stream.loading');
    try {
      const got = await api.thread(place, id);
      at.root = got.root;
      putThread(place, id, got);
      at.failed = false;
    } catch {
      at.failed = true;
    } finally {
      at.loading = false;
    }
    if (shown === at) {
      render();
      settle(at);
    }
  }

  function render() {
    if (!shown) return;
    const { place, id } = shown;
    const m = message(place.id, id) ?? shown.root;
    where.textContent = m?.author.bot ? title(m.content) : t('thread.in', { place: place.title });
    if (m) follow(root, rootViews, [{ key: m.id, message: m, closed: place.archived }], (item) => messageView(item, inThread));
    const thread = state.threads.get(id);
    const items = [];
    let last = null;
    const whispers = state.whispers.filter((w) => w.thread === id);
    const told = new Set();
    for (const reply of thread ? sorted(thread.replies) : []) {
      whispers.filter((w) => !told.has(w.key) && w.seq < reply.seq && !w.after).forEach((w) => (told.add(w.key), items.push({ key: w.key, whisper: w }), (last = null)));
      items.push({ key: reply.id, message: reply, closed: place.archived, compact: Boolean(last && last.author.id === reply.author.id && Date.parse(reply.at) - Date.parse(last.at) < 300_000) });
      last = reply;
      whispers.filter((w) => w.after === reply.id).forEach((w) => (told.add(w.key), items.push({ key: w.key, whisper: w }), (last = null)));
    }
    whispers.filter((w) => !told.has(w.key)).forEach((w) => items.push({ key: w.key, whisper: w }));
    unsent(place.id, id).forEach((p) => items.push({ key: p.key, pending: p }));
    // At most as many as are readable on a phone; a prompt's thread of a big café stays below it.
    follow(list, views, items.slice(-300), (item) => (item.message ? messageView(item, inThread) : item.whisper ? whisperView(item, inThread) : pendingView(item)));
    note.textContent = shown.failed ? t('thread.failed') : thread?.loaded ? (items.length ? '' : t('thread.empty')) : t('stream.loading');
    note.hidden = !note.textContent;
    if (stick) scroller.scrollTop = scroller.scrollHeight;
  }

  function hide() {
    shown = null;
  }

  return {
    element,
    show,
    render,
    hide,
    focus: () => (box ? box.focus() : heading.focus()),
    focusHeading: () => heading.focus({ preventScroll: true }),
    isEmpty: () => !box || box.isEmpty(),
  };
}
