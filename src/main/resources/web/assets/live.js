/** The live line: what others say arrives here. It mends itself and catches up. */
import { api } from './api.js';
import { serverSaid } from './clock.js';
import { sendAll, alreadyHere } from './outbox.js';
import { change, dropPlace, forgetMessages, knowMe, putMessage, putPlace, state } from './state.js';

/** The server says hello every 15 seconds; twice missed means that nobody is there. */
const SILENCE_MS = 38_000;
/** A line that is down for a moment is nobody's concern. */
const PATIENCE_MS = 2500;
/** After this long, asking anew is surer than catching up. */
const LONG_MS = 10 * 60_000;

let source = null;
let cursor = null;
let lastHeard = Date.now();
let lastTried = 0;
let attempts = 0;
let plannedAgain = null;
let patience = null;
let hears = {};

export const line = { lost: false };

/**
 * @param handlers.news(message) something new that I am not looking at
 * @param handlers.message(message) anything said
 * @param handlers.opened(place) a place that is new to me
 * @param handlers.out() I am nobody here any more
 */
export function listen(handlers) {
  hears = handlers;
  cursor = state.me.cursor;
  serverSaid(state.me.now);
  connect();
  setInterval(watch, 5000);
  window.addEventListener('online', () => again(0));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') watch();
  });
}

function connect() {
  source?.close();
  lastTried = Date.now();
  source = new EventSource(`/web/events?since=${encodeURIComponent(cursor)}`);
  const on = (name, handler) =>
    source.addEventListener(name, (event) => {
      heard(event);
      handler(JSON.parse(event.data));
    });
  on('hello', ({ now }) => {
    serverSaid(now);
    isUp();
  });
  on('message', (message) => {
    alreadyHere(message);
    const known = state.places.get(message.place);
    const fresh = known && message.seq > known.last;
    const news = putMessage(message);
    if (fresh) hears.message(message, news);
  });
  on('place', (place) => {
    if (putPlace(place)) hears.opened(place);
  });
  on('gone', ({ id }) => dropPlace(id));
  source.onopen = isUp;
  source.onerror = () => {
    isDown();
    if (source.readyState === EventSource.CLOSED) again();
  };
}

function heard(event) {
  lastHeard = Date.now();
  if (event.lastEventId) cursor = event.lastEventId;
}

function isUp() {
  lastHeard = Date.now();
  attempts = 0;
  clearTimeout(patience);
  patience = null;
  if (line.lost) {
    line.lost = false;
    change('line');
  }
  sendAll();
}

function isDown() {
  patience ??= setTimeout(() => {
    line.lost = true;
    change('line');
  }, PATIENCE_MS);
}

function again(after = Math.min(1000 * 2 ** attempts++, 15_000)) {
  clearTimeout(plannedAgain);
  plannedAgain = setTimeout(async () => {
    try {
      const me = await api.me();
      if (Date.now() - lastHeard > LONG_MS) {
        cursor = me.cursor;
        forgetMessages();
      }
      knowMe(me);
      connect();
    } catch (refused) {
      if (refused.status === 401) hears.out();
      else again();
    }
  }, after);
}

function watch() {
  if (Date.now() - Math.max(lastHeard, lastTried) > SILENCE_MS) {
    isDown();
    source?.close();
    lastTried = Date.now();
    again(0);
  }
}
