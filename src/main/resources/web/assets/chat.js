/** The chat itself: places, the stream of one place, a thread; on a phone one of them at a time. */
import { api } from './api.js';
import { sendIn, trouble } from './answers.js';
import { composer } from './composer.js';
import { plain, title } from './content.js';
import { openFormDialog, settings } from './dialogs.js';
import { announce, button, h, icon, narrow, touch, wide } from './dom.js';
import { choices, openForm } from './kept.js';
import { line, listen } from './live.js';
import { openOutbox } from './outbox.js';
import { placesView } from './places.js';
import { change, currentPrompt, direct, here, isWatched, knowMe, state, tell, whenChanged } from './state.js';
import { asksForAnswers, streamView } from './stream.js';
import { threadView } from './thread.js';
import { topicView } from './topic.js';
import { setLanguage, t } from './words.js';

const READ_MS = 900;
const ANNOUNCE_MS = 3000;
const HINT_MS = 400;
const READY_MS = 1500;
const READY_TRIES = 40;

/** @param leaves {start(), out()} */
export function chatPage(leaves) {
  const around = {
    goTo,
    openThread,
    closeThread,
    start: leaves.start,
    settings: () =>
      settings(state.me, (me) => {
        setLanguage(me.language);
        // New words everywhere: the page is built anew, and nothing typed is lost by that.
        location.reload();
      }),
    focus: () => (write ? write.focus() : topic.focus()),
    left: () => goTo(direct()?.id),
    trouble: (why) => trouble(state.here, null, null, why),
  };
  const places = placesView(around);
  const topic = topicView(around);
  const stream = streamView(around);
  const thread = threadView(around);
  const lost = h('div', { class: 'line-lost', role: 'status', 'data-test': 'line-lost' });
  const hint = h('div', { class: 'hint-bar', role: 'status', 'data-test': 'hint' });
  const foot = h('div', { class: 'room-foot' });
  const waiting = h('p', { class: 'waiting', role: 'status', 'data-test': 'waiting' });
  const room = h('section', { class: 'room', 'aria-labelledby': 'place-title' }, lost, hint, topic.element, waiting, stream.element, foot);
  const bar = bottomBar();
  const page = h(
    'div',
    { class: 'chat', 'data-test': 'chat' },
    h('header', { class: 'top' }, h('h1', { class: 'unseen' }, 'Tafelronde'), h('a', { class: 'skip', href: '#', on: { click: (e) => (e.preventDefault(), around.focus()) } }, t('skip.write'))),
    places.element,
    h('main', { class: 'middle' }, room, thread.element),
    bar.element,
  );
  let write = null;
  let writesAt = null;
  let view = 'place';
  /** Prompts whose thread the reader closed: they do not open again by themselves. */
  const closedThreads = new Set();
  let openedByItself = null;
  let expected = null;
  let tries = 0;

  // --- where am I ---

  function goTo(id) {
    if (!id) return;
    expected = null;
    location.hash = `#/p/${encodeURIComponent(id)}`;
  }

  function openThread(id, focus) {
    openedByItself = null;
    closedThreads.delete(id);
    const hash = `#/p/${encodeURIComponent(state.here)}/t/${encodeURIComponent(id)}`;
    if (location.hash === hash) {
      if (focus) thread.focus();
      return;
    }
    focusNext = focus ? 'reply' : 'thread';
    // Beside the stream one thread takes the place of another; going back leads to the place before.
    if (state.thread) replaceHash(hash);
    else location.hash = hash;
  }

  function closeThread() {
    const was = state.thread;
    closedThreads.add(was);
    focusNext = null;
    replaceHash(`#/p/${encodeURIComponent(state.here)}`);
    const row = stream.element.querySelector(`[data-id="${CSS.escape(was ?? '')}"]`);
    (row ?? { focus: around.focus }).focus({ preventScroll: true });
  }

  let focusNext = null;

  function replaceHash(hash) {
    history.replaceState(null, '', hash);
    route();
  }

  function route(first = false) {
    // The first page: the page is loaded anew for it.
    if (location.hash === '#/start') return;
    const [, kind, place, , root] = location.hash.split('/').map(safeDecode);
    const before = { here: state.here, thread: state.thread, view };
    if (kind === 'p' && place) {
      state.here = place;
      state.thread = root || null;
      view = root ? 'thread' : 'place';
    } else {
      state.here ??= startingPlace();
      state.thread = null;
      view = narrow.matches && !first ? 'places' : 'place';
      if (!narrow.matches || first) history.replaceState(null, '', `#/p/${encodeURIComponent(state.here)}`);
    }
    const moved = before.here !== state.here;
    if (moved) {
      choices.keep('here', state.here);
      const p = here();
      if (p) {
        state.readUpTo.delete(p.id);
        if (p.unread) state.readUpTo.set(p.id, Math.max(0, p.last - p.unread));
        p.unread = 0;
      }
      openedByItself = null;
      clearHint(state.here);
    }
    change('places', 'here');
    tell();
    if (!first) moveFocus(moved, before);
  }

  function moveFocus(moved, before) {
    const wants = focusNext;
    focusNext = null;
    if (view === 'thread' && before.thread !== state.thread) {
      if (wants === 'reply') thread.focus();
      else if (wants === 'thread' || narrow.matches) thread.focusHeading();
    } else if (view === 'places') places.focus();
    else if (moved || before.view !== view) {
      if (touch.matches || narrow.matches || !write) topic.focus();
      else write.focus();
    }
  }

  function startingPlace() {
    const kept = choices.read('here');
    if (kept && state.places.has(kept)) return kept;
    const plenary = [...state.places.values()].filter((p) => p.kind === 'PLENARY' && !p.archived).at(-1);
    return (plenary ?? direct())?.id ?? null;
  }

  // --- showing ---

  whenChanged((changes) => {
    if (!page.isConnected) return;
    page.dataset.view = view;
    page.classList.toggle('with-thread', Boolean(state.thread));
    const p = here();
    if (changes.has('places')) {
      places.render();
      bar.render();
      document.title = titleOf(p);
    }
    if (changes.has('line')) showLine();
    if (changes.has('here')) showHere(p);
    else if (p && changes.has(`stream:${p.id}`)) stream.render();
    if (p && (changes.has('here') || changes.has(`stream:${p.id}`))) threadByItself(p);
    if (state.thread && (changes.has(`thread:${state.thread}`) || changes.has(`stream:${state.here}`))) thread.render();
    markRead();
  });

  function showHere(p) {
    room.classList.toggle('not-ready', !p);
    waiting.hidden = Boolean(p);
    if (!p) {
      waiting.textContent = expected === state.here || tries < 3 ? t('place.loading') : t('place.gone');
      thread.element.hidden = true;
      return waitForPlace();
    }
    tries = 0;
    topic.show(p);
    showWrite(p);
    stream.show(p);
    thread.element.hidden = !state.thread;
    if (state.thread) thread.show(p, state.thread);
    else thread.hide();
  }

  function showWrite(p) {
    const at = `${p.id} ${p.archived}`;
    if (writesAt === at) return;
    writesAt = at;
    if (p.archived) {
      write = null;
      foot.replaceChildren(h('p', { class: 'closed', 'data-test': 'closed' }, t('place.closed')));
      return;
    }
    const words = p.kind === 'DIRECT' ? t('write.DIRECT') : t('write.label', { place: p.title });
    write = composer({ place: p.id, thread: null }, { label: words, placeholder: t(`write.${p.kind}`), test: 'write-box', commands: true, sent: () => stream.follows() });
    foot.replaceChildren(write.element);
  }

  /** At a table on a wide screen the talk about the prompt of now stands beside the stream. */
  function threadByItself(p) {
    if (!wide.matches || p.kind !== 'TABLE' || p.archived) return;
    const prompt = currentPrompt(p.id);
    if (!prompt || state.thread === prompt.id || closedThreads.has(prompt.id) || !asksForAnswers(prompt)) return;
    if (state.thread && (state.thread !== openedByItself || !thread.isEmpty())) return;
    // Not from under somebody's hands.
    if (thread.element.contains(document.activeElement) && state.thread) return;
    openedByItself = prompt.id;
    replaceHash(`#/p/${encodeURIComponent(p.id)}/t/${encodeURIComponent(prompt.id)}`);
  }

  function titleOf(p) {
    const unread = [...state.places.values()].reduce((sum, x) => sum + (x.unread ?? 0), 0);
    return `${unread ? `(${unread > 99 ? '99+' : unread}) ` : ''}${p ? `${p.kind === 'DIRECT' ? t('places.you') : p.title} – ` : ''}Tafelronde`;
  }

  function showLine() {
    lost.classList.toggle('on', line.lost);
    lost.replaceChildren(...(line.lost ? [icon('warning'), h('span', {}, t('line.lost'))] : []));
    if (!line.lost) announce(t('line.back'));
  }

  /** A place that was just made may take a moment to come. */
  function waitForPlace() {
    const id = state.here;
    if (tries >= READY_TRIES) return;
    setTimeout(async () => {
      if (state.here !== id || here()) return;
      tries++;
      try {
        knowMe(await api.me());
      } catch {
        // The live line will tell.
      }
      change('here');
    }, READY_MS);
  }

  // --- read ---

  const readUp = new Map();
  let reading = null;

  function markRead() {
    const p = here();
    if (!p || !isWatched(p.id)) return;
    p.unread = 0;
    if ((readUp.get(p.id) ?? -1) >= p.last || reading) return;
    reading = setTimeout(async () => {
      reading = null;
      const q = here();
      if (!q || !isWatched(q.id)) return;
      const seq = q.last;
      try {
        await api.read(q.id, seq);
        readUp.set(q.id, seq);
      } catch {
        // Counted as read the next time.
      }
      if (q.last > seq) markRead();
    }, READ_MS);
  }

  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') {
      change('places', 'here');
    }
  });

  // --- hints: something for me, elsewhere ---

  let hinted = [];
  let hintPlan = null;

  function hintOf(h) {
    hinted = hinted.filter((x) => x.place !== h.place);
    hinted.push(h);
    hintPlan ??= setTimeout(showHint, HINT_MS);
  }

  function clearHint(place) {
    hinted = hinted.filter((x) => x.place !== place && x.from !== place);
    if (!hinted.length) hint.replaceChildren();
    else showHint();
  }

  function showHint() {
    hintPlan = null;
    hinted = hinted.filter((x) => state.places.has(x.place) && x.place !== state.here);
    if (!hinted.length) return hint.replaceChildren();
    // The bot's word on where to go outweighs the rest.
    const direction = hinted.filter((x) => x.kind === 'goto').at(-1);
    const same = hinted.filter((x) => x.kind === hinted.at(-1).kind);
    const one = direction ?? (same.length === 1 ? same[0] : null);
    const place = one && state.places.get(one.place);
    // Where the places stand beside the stream, their counts say it.
    if (!one && !narrow.matches) return hint.replaceChildren();
    const words = one ? (one.words ?? t(one.kind === 'new' ? 'hint.newPlace' : 'hint.prompt', { place: place.title })) : t(same[0].kind === 'new' ? 'hint.newPlaces' : 'hint.prompts', { n: same.length });
    const go = one
      ? button({ words: one.label ?? t('hint.go', { place: place.title }), look: 'primary', test: 'hint-go', press: () => goTo(one.place) })
      : button({ words: t('hint.look'), look: 'primary', test: 'hint-look', press: () => (dropHints(), (location.hash = '#/places')) });
    hint.replaceChildren(icon('bell'), h('span', { class: 'hint-words' }, words), go, button({ label: t('hint.dismiss'), icon: 'close', look: 'bare', test: 'hint-dismiss', press: () => (dropHints(), around.focus()) }));
  }

  function dropHints() {
    hinted = [];
    hint.replaceChildren();
  }

  // --- what comes in ---

  const said = [];
  let saying = null;

  function heard(m, news) {
    const p = state.places.get(m.place);
    if (m.author.mine || !p) return;
    if (m.place === state.here && document.visibilityState === 'visible') {
      said.push(m);
      saying ??= setTimeout(sayNews, ANNOUNCE_MS);
      if (p.kind !== 'DIRECT') return;
    }
    if (!news) return;
    const goes = p.kind === 'DIRECT' && m.content.buttons?.find((b) => b.type === 'goto');
    if (goes && goes.place !== state.here && state.places.has(goes.place)) hintOf({ kind: 'goto', place: goes.place, from: m.place, words: title(m.content), label: goes.label });
    else if (p.kind === 'DIRECT') hintOf({ kind: 'direct', place: p.id, words: title(m.content).slice(0, 140) });
    else if (m.pinned && !m.thread && m.author.bot) hintOf({ kind: 'prompt', place: p.id });
  }

  function sayNews() {
    saying = null;
    const all = said.splice(0);
    const m = all[0];
    if (!m) return;
    announce(all.length === 1 ? t('announce.one', { name: m.author.name, text: plain(m.content).slice(0, 160) }) : t('announce.many', { n: all.length, place: here()?.title ?? '' }));
  }

  function opened(p) {
    if (p.id === expected || (p.invite && p.invite === expected)) return goTo(p.id);
    if (p.id !== state.here && !p.archived && p.kind !== 'DIRECT') hintOf({ kind: 'new', place: p.id });
  }

  // --- a phone's bar ---

  function bottomBar() {
    const entry = (name, picture, test, press) => {
      const count = h('span', { class: 'count' });
      const words = h('span', { class: 'bar-words' }, t(`bar.${name}`));
      const b = h('button', { type: 'button', class: 'bar-button', 'data-test': test, on: { click: press } }, h('span', { class: 'bar-icon' }, icon(picture), count), words);
      return { b, count, words };
    };
    const toPlaces = entry('places', 'places', 'bar-places', () => (location.hash = '#/places'));
    const toHere = entry('here', 'table', 'bar-here', () => goTo(state.here));
    const toDirect = entry('you', 'direct', 'bar-direct', () => goTo(direct()?.id));
    const element = h('nav', { class: 'bar', 'aria-label': t('bar.title') }, toPlaces.b, toHere.b, toDirect.b);
    const counted = (e, n) => {
      e.count.hidden = !n;
      e.count.replaceChildren(h('span', { 'aria-hidden': 'true' }, n > 99 ? '99+' : String(n)), h('span', { class: 'unseen' }, ` ${t('place.unread', { n })}`));
    };
    const current = (e, on) => (on ? e.b.setAttribute('aria-current', 'page') : e.b.removeAttribute('aria-current'));
    function render() {
      const d = direct();
      let others = 0;
      for (const p of state.places.values()) if (p.id !== d?.id && p.id !== state.here) others += p.unread ?? 0;
      counted(toPlaces, others);
      counted(toHere, 0);
      counted(toDirect, d && d.id !== state.here ? d.unread : 0);
      const inDirect = d && state.here === d.id;
      current(toPlaces, view === 'places');
      current(toHere, view !== 'places' && !inDirect);
      current(toDirect, view !== 'places' && inDirect);
      toHere.b.hidden = Boolean(inDirect) || !here();
      toHere.words.textContent = here()?.title ?? t('bar.here');
    }
    return { element, render };
  }

  // --- begin ---

  function begin({ goes = null, awaits = null } = {}) {
    window.addEventListener('hashchange', () => page.isConnected && route());
    [wide, narrow].forEach((m) => m.addEventListener('change', () => page.isConnected && (view === 'places' && !narrow.matches ? replaceHash(`#/p/${encodeURIComponent(state.here)}`) : route())));
    expected = awaits ?? goes;
    if (goes) history.replaceState(null, '', `/#/p/${encodeURIComponent(goes)}`);
    else if (!location.hash.startsWith('#/p/')) history.replaceState(null, '', '/');
    openOutbox();
    route(true);
    listen({ message: heard, opened, out: leaves.out });
    const kept = openForm.read();
    if (kept && state.places.has(kept.at.place)) {
      openFormDialog(kept.form, (values, key) => sendIn(kept.form, values, key, kept.at.place, kept.at.thread, kept.at.after), kept.at, kept.values);
    } else {
      topic.focus();
    }
  }

  return { page, begin, goTo };
}

function safeDecode(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
