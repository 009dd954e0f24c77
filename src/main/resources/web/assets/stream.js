/** The messages of the place where I am, the newest at the bottom. */
import { api } from './api.js';
import { dayName, dayOf } from './clock.js';
import { button, follow, h, icon } from './dom.js';
import { title } from './content.js';
import { dayView, lineView, messageView, pendingView, whisperView } from './message.js';
import { unsent } from './outbox.js';
import { currentPrompt, putPage, putThread, sorted, state, stream, tell } from './state.js';
import { t } from './words.js';

const NEAR_PX = 90;
const SAME_BREATH_MS = 5 * 60_000;
const PREVIEWS = 3;
const HOLD_MS = 4000;

/** People are asked to answer this: a prompt, an intervention, a question of the debrief. */
export function asksForAnswers(m) {
  return m.author.bot && !m.thread && !m.deleted && m.content.asks;
}

function hasTitle(m) {
  return m.content.parts.some((p) => p.type === 'heading');
}

/** @param around {openThread(id, focus), goTo(place), focus()} */
export function streamView(around) {
  const list = h('ol', { class: 'messages', role: 'list' });
  const older = button({ words: t('stream.older'), test: 'older', press: loadOlder });
  const note = h('p', { class: 'stream-note' });
  const scroller = h('div', { class: 'scroller', tabindex: '0', role: 'group', 'data-test': 'stream' }, h('div', { class: 'older' }, older), note, list);
  const toNewest = button({ words: t('stream.newest'), icon: 'down', look: 'primary', test: 'newest', press: newest });
  toNewest.classList.add('to-newest');
  const jump = h('button', { type: 'button', class: 'prompt-bar', 'data-test': 'prompt-bar', on: { click: () => toPrompt() } });
  const element = h('div', { class: 'stream' }, jump, scroller, toNewest);
  const views = new Map();
  let place = null;
  let stick = true;
  let missed = 0;
  let shownUpTo = 0;
  let loading = false;
  /** Until when the box that I just answered in stays in view, while my answer comes to stand above it. */
  let holds = 0;

  scroller.addEventListener('scroll', () => {
    const near = isNear();
    if (near) missed = 0;
    stick = near;
    if (scroller.scrollTop < 60 && stream(place.id).more && stream(place.id).loaded) loadOlder();
    showEdges();
  }, { passive: true });
  // A picture that arrives late, or a keyboard that opens, must not push the newest message away.
  new ResizeObserver(() => {
    if (sticks()) toBottom();
    else if (Date.now() < holds && list.contains(document.activeElement)) document.activeElement.closest('form')?.scrollIntoView({ block: 'nearest' });
  }).observe(list);
  new ResizeObserver(() => sticks() && toBottom()).observe(scroller);
  const seen = new IntersectionObserver((entries) => {
    jump.hidden = entries.at(-1).isIntersecting || !jump.dataset.prompt;
  }, { root: scroller });
  let watched = null;

  async function show(next) {
    const other = next.id !== place?.id;
    place = next;
    if (other) {
      list.replaceChildren();
      views.clear();
      stick = true;
      missed = 0;
      shownUpTo = 0;
      scroller.setAttribute('aria-label', t('stream.label', { place: place.title }));
    }
    const s = stream(place.id);
    if (!s.loaded && !s.loading) await load();
    else render();
  }

  async function load() {
    const id = place.id;
    const s = stream(id);
    s.loading = true;
    note.textContent = t('stream.loading');
    try {
      putPage(id, await api.messages(id));
    } catch (refused) {
      s.failed = refused.message;
    } finally {
      s.loading = false;
    }
    if (place.id === id) {
      stick = true;
      render();
      tell();
    }
  }

  async function loadOlder() {
    const id = place.id;
    const s = stream(id);
    if (loading || !s.loaded) return;
    loading = true;
    const [first] = sorted(s.roots);
    const before = scroller.scrollHeight - scroller.scrollTop;
    const hadFocus = document.activeElement === older;
    try {
      putPage(id, await api.messages(id, first.seq), true);
      if (place.id === id) {
        stick = false;
        render();
        scroller.scrollTop = scroller.scrollHeight - before;
        if (hadFocus) list.querySelector(`[data-id="${CSS.escape(first.id)}"]`)?.focus({ preventScroll: true });
      }
    } catch {
      // The button stays, for another try.
    } finally {
      loading = false;
    }
  }

  async function newest() {
    if (stream(place.id).detached) await load();
    stick = true;
    missed = 0;
    toBottom();
    showEdges();
    around.focus();
  }

  function render() {
    if (!place) return;
    const s = stream(place.id);
    const items = itemsOf(place, s);
    const known = shownUpTo;
    shownUpTo = Math.max(shownUpTo, ...items.map((i) => i.message?.seq ?? 0));
    follow(list, views, items, (item) => {
      if (item.message) return messageView(item, { ...around, inThread: false, answered: () => (holds = Date.now() + HOLD_MS) });
      if (item.whisper) return whisperView(item, around);
      if (item.pending) return pendingView(item);
      if (item.name) return dayView(item);
      return lineView(item);
    });
    note.textContent = s.failed ? t('stream.failed') : !s.loaded ? t('stream.loading') : items.length ? '' : t('stream.empty');
    note.hidden = !note.textContent;
    older.parentElement.hidden = !s.more;
    if (sticks()) toBottom();
    else if (known) missed += items.filter((i) => i.message && i.message.seq > known && !i.message.author.mine).length;
    showPromptBar();
    showEdges();
  }

  function itemsOf(at, s) {
    const items = [];
    const prompt = currentPrompt(at.id);
    const newAfter = state.readUpTo.get(at.id);
    let last = null;
    let day = null;
    let drawn = false;
    // What was whispered in a thread stands under its message here as long as that thread is not open beside.
    const whispers = state.whispers.filter((w) => w.place === at.id && (!w.thread || w.thread !== state.thread));
    const told = new Set();
    const tellWhispers = (which) => {
      for (const w of whispers.filter((x) => !told.has(x.key) && which(x))) {
        told.add(w.key);
        items.push({ key: w.key, whisper: w });
        last = null;
      }
    };
    for (const m of sorted(s.roots)) {
      tellWhispers((w) => !w.after && !w.thread && w.seq < m.seq && day !== null);
      if (day !== dayOf(m.at)) {
        day = dayOf(m.at);
        items.push({ key: `day-${day}`, name: dayName(m.at) });
        last = null;
      }
      if (!drawn && newAfter !== undefined && m.seq > newAfter && !m.author.mine && items.length > 1) {
        items.push({ key: 'new-line', words: t('stream.newLine') });
        drawn = true;
        last = null;
      }
      const answers = asksForAnswers(m);
      const current = prompt?.id === m.id;
      items.push({
        key: m.id,
        message: m,
        compact: Boolean(last && last.author.id === m.author.id && !last.pinned && !m.pinned && Date.parse(m.at) - Date.parse(last.at) < SAME_BREATH_MS && !m.deleted && !hasTitle(m)),
        current,
        answers,
        beside: state.thread === m.id,
        closed: at.archived,
        previews: current && answers && state.thread !== m.id ? previewsOf(m, at) : null,
      });
      last = m;
      tellWhispers((w) => (w.thread ?? w.after) === m.id);
      if (state.thread !== m.id) unsent(at.id, m.id).forEach((p) => items.push({ key: p.key, pending: p }));
    }
    tellWhispers(() => true);
    unsent(at.id, null).forEach((p) => items.push({ key: p.key, pending: p }));
    return items;
  }

  function previewsOf(m, at) {
    const thread = state.threads.get(m.id);
    if (!thread) {
      if (m.replies > 0) {
        state.threads.set(m.id, { place: at.id, replies: new Map(), loaded: false });
        api.thread(at.id, m.id).then((got) => putThread(at.id, m.id, got), () => state.threads.delete(m.id));
      }
      return [];
    }
    return sorted(thread.replies).slice(-PREVIEWS);
  }

  /** Where the prompt of now has scrolled away, one line brings it back. */
  function showPromptBar() {
    const prompt = currentPrompt(place.id);
    const wanted = prompt && asksForAnswers(prompt) && !place.archived && state.thread !== prompt.id ? prompt : null;
    const target = wanted ? views.get(wanted.id)?.element : null;
    if (watched !== target) {
      if (watched) seen.unobserve(watched);
      watched = target;
      if (target) seen.observe(target);
    }
    const id = wanted?.id ?? '';
    if (jump.dataset.prompt !== id) {
      jump.dataset.prompt = id;
      jump.hidden = true;
      if (wanted) jump.replaceChildren(icon('pin'), h('span', { class: 'prompt-title' }, title(wanted.content)), h('span', { class: 'prompt-go' }, t('answer.jump')));
    }
    if (!wanted) jump.hidden = true;
  }

  function toPrompt() {
    around.openThread(jump.dataset.prompt, true);
  }

  function showEdges() {
    const detached = stream(place.id).detached;
    toNewest.hidden = isNear() && !detached;
    toNewest.lastElementChild.textContent = missed ? t('stream.new', { n: missed }) : t('stream.newest');
  }

  /** Not while somebody writes under a message further up. */
  function sticks() {
    return stick && !(list.contains(document.activeElement) && document.activeElement.matches('input, textarea, select'));
  }

  function isNear() {
    return scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_PX;
  }

  function toBottom() {
    scroller.scrollTop = scroller.scrollHeight;
  }

  /** I said something: show it, wherever I was reading. */
  function follows() {
    stick = true;
    toBottom();
  }

  return { element, show, render, follows };
}
