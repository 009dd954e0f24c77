/**
 * What the page knows: who I am, my places, the messages read so far. Changes are gathered and shown together a few times a second,
 * so that a full room does not keep a phone busy.
 */
import { newKey } from './dom.js';

/** So many messages of one place are kept and shown at most. */
export const MOST = 300;
const WHISPERS = 30;
const THREADS = 40;
const PAUSE_MS = 120;

export const state = {
  me: null,
  /** id -> place */
  places: new Map(),
  /** place id -> {roots: Map, more, loaded, detached, failed} */
  streams: new Map(),
  /** root id -> {place, replies: Map, loaded, failed} */
  threads: new Map(),
  /** [{key, place, thread, after, content}]: said to this person alone, kept by nobody */
  whispers: [],
  /** Where I am: place id and root id of the open thread. */
  here: null,
  thread: null,
  /** place id -> the last seq that counted as read when I came in; draws the "new" line */
  readUpTo: new Map(),
};

// --- telling who shows it ---

const listeners = new Set();
const changed = new Set();
let planned = false;

/** Calls `listener(changes)` with a Set of 'places', 'here', 'stream:ID', 'thread:ID', 'line' ... */
export function whenChanged(listener) {
  listeners.add(listener);
}

export function change(...what) {
  what.forEach((w) => changed.add(w));
  if (planned) return;
  planned = true;
  setTimeout(tell, PAUSE_MS);
}

/** Shows what changed right now: after something that the reader did. */
export function tell() {
  planned = false;
  if (!changed.size) return;
  const now = new Set(changed);
  changed.clear();
  listeners.forEach((l) => l(now));
}

// --- places ---

export function knowMe(me) {
  state.me = me;
  for (const id of state.places.keys()) {
    if (!me.places.some((p) => p.id === id)) state.places.delete(id);
  }
  me.places.forEach(putPlace);
  change('places', 'here');
}

/** @returns true when it is new to me */
export function putPlace(place) {
  const known = state.places.get(place.id);
  state.places.set(place.id, { ...place, unread: isWatched(place.id) ? 0 : place.unread, last: Math.max(place.last ?? 0, known?.last ?? 0) });
  change('places');
  if (place.id === state.here) change('here', `stream:${place.id}`);
  return !known;
}

export function dropPlace(id) {
  state.places.delete(id);
  state.streams.delete(id);
  change('places');
  if (id === state.here) change('here');
}

export function here() {
  return state.places.get(state.here) ?? null;
}

export function direct() {
  return [...state.places.values()].find((p) => p.kind === 'DIRECT') ?? null;
}

/** In view, on a page that is in view. */
export function isWatched(id) {
  return id === state.here && document.visibilityState === 'visible';
}

// --- messages ---

export function stream(place) {
  if (!state.streams.has(place)) state.streams.set(place, { roots: new Map(), more: false, loaded: false, detached: false, failed: false });
  return state.streams.get(place);
}

export function sorted(messages) {
  return [...messages.values()].sort((a, b) => a.seq - b.seq);
}

/**
 * What came over the live line last, by id. A page that was asked for before something happened may come in after the live line told of it:
 * what the live line says is never older, and what it says later comes here too.
 */
const recent = new Map();
const RECENT = 300;

function remember(message) {
  recent.delete(message.id);
  recent.set(message.id, message);
  if (recent.size > RECENT) recent.delete(recent.keys().next().value);
}

function asItIs(messages, root, place) {
  const all = new Map(messages.map((m) => [m.id, recent.get(m.id) ?? m]));
  const last = messages.length ? messages.at(-1).seq : 0;
  for (const m of recent.values()) {
    if (m.place === place && (m.thread ?? null) === root && m.seq > last) all.set(m.id, m);
  }
  return [...all.values()];
}

/** A page of messages came in: the newest, or `older` ones in front. */
export function putPage(place, page, older) {
  const s = stream(place);
  if (!older) {
    s.roots.clear();
    s.detached = false;
  }
  const messages = older ? page.messages.map((m) => recent.get(m.id) ?? m) : asItIs(page.messages, null, place);
  messages.forEach((m) => s.roots.set(m.id, m));
  s.more = page.more;
  s.loaded = true;
  s.failed = false;
  if (s.roots.size > MOST) {
    // The reader goes back in time: the newest make room, and come back with "to the newest".
    sorted(s.roots).slice(MOST).forEach((m) => s.roots.delete(m.id));
    s.detached = true;
  }
  change(`stream:${place}`);
}

export function putThread(place, root, thread) {
  state.threads.delete(root);
  const replies = asItIs(thread.replies, root, place).filter((m) => !m.deleted);
  state.threads.set(root, { place, replies: new Map(replies.map((m) => [m.id, m])), loaded: true, failed: false });
  if (thread.root) putRoot(recent.get(root) ?? thread.root);
  for (const old of state.threads.keys()) {
    if (state.threads.size <= THREADS) break;
    if (old !== state.thread) state.threads.delete(old);
  }
  change(`thread:${root}`, `stream:${place}`);
}

/**
 * A message came in, new or changed.
 *
 * @returns true when it is new, not mine, and not in a place that I am looking at
 */
export function putMessage(message) {
  const place = state.places.get(message.place);
  if (!place) return false;
  remember(message);
  const fresh = message.seq > place.last;
  if (message.thread) putReply(message);
  else putRoot(message);
  if (!fresh) return false;
  place.last = message.seq;
  change('places');
  if (message.author.mine || message.deleted || isWatched(place.id)) return false;
  place.unread += 1;
  return true;
}

/** What the server answered to my own words; the live line may have brought it already, with a tick since, and then knows better. */
export function putMine(message) {
  const known = message.thread ? state.threads.get(message.thread)?.replies.has(message.id) : state.streams.get(message.place)?.roots.has(message.id);
  return known ? false : putMessage(message);
}

function putReply(message) {
  const thread = state.threads.get(message.thread);
  if (thread?.loaded) {
    if (message.deleted) thread.replies.delete(message.id);
    else thread.replies.set(message.id, message);
    change(`thread:${message.thread}`, `stream:${message.place}`);
  }
}

function putRoot(message) {
  const s = stream(message.place);
  if (!s.loaded) return;
  const known = s.roots.has(message.id);
  const oldest = s.roots.size ? Math.min(...[...s.roots.values()].map((m) => m.seq)) : 0;
  if (!known && ((s.detached && message.seq > oldest) || (s.more && message.seq < oldest))) return;
  s.roots.set(message.id, message);
  if (s.roots.size > MOST) {
    const [first] = sorted(s.roots);
    s.roots.delete(first.id);
    s.more = true;
  }
  change(`stream:${message.place}`, `thread:${message.id}`);
}

export function message(place, id) {
  return state.streams.get(place)?.roots.get(id) ?? null;
}

/** After a long silence nothing that was read before is sure any more. */
export function forgetMessages() {
  recent.clear();
  state.streams.clear();
  state.threads.clear();
  change('here');
}

/** The prompt that people at this place answer now: the last pinned one. */
export function currentPrompt(place) {
  const s = state.streams.get(place);
  if (!s) return null;
  let last = null;
  for (const m of s.roots.values()) {
    if (m.pinned && !m.deleted && (!last || m.seq > last.seq)) last = m;
  }
  return last;
}

// --- whispers ---

/** What the bot says to this person alone, at the place (and under the message) of what they did. */
export function whisper(place, thread, after, contents) {
  const last = state.places.get(place)?.last ?? 0;
  for (const content of contents) {
    state.whispers.push({ key: newKey(), place, thread: thread ?? null, after: after ?? null, seq: last, content, at: new Date().toISOString() });
  }
  if (state.whispers.length > WHISPERS) state.whispers.splice(0, state.whispers.length - WHISPERS);
  change(`stream:${place}`, ...(thread ? [`thread:${thread}`] : []));
}

export function unwhisper(key) {
  const i = state.whispers.findIndex((w) => w.key === key);
  if (i < 0) return;
  const [w] = state.whispers.splice(i, 1);
  change(`stream:${w.place}`, ...(w.thread ? [`thread:${w.thread}`] : []));
}
