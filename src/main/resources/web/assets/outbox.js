/**
 * What I say is kept until the server has it. It goes out in order per place, again and again with the same key, so that a
 * broken line loses nothing and doubles nothing.
 */
import { api } from './api.js';
import { newKey } from './dom.js';
import { waiting } from './kept.js';
import { answered } from './answers.js';
import { change, putMine, tell } from './state.js';
import { t } from './words.js';

/** A command that waited longer than this may no longer be meant: its writer sends it again. */
const COMMAND_MS = 20_000;
const SLOWEST_MS = 15_000;

/** [{key, place, thread, text, at, failed?, why?, waits?, shown?}] */
let items = [];
const busy = new Set();
let retry = null;
let wait = 1000;

export const isCommand = (text) => /^\/cafe\b/i.test(text.trim());

export function openOutbox() {
  items = waiting.read().map((i) => (isCommand(i.text) ? { ...i, failed: true, why: t('error.offline') } : i));
  sendAll();
}

export function unsent(place, thread) {
  return items.filter((i) => i.place === place && (i.thread ?? null) === (thread ?? null) && !i.shown);
}

export function say(place, thread, text) {
  items.push({ key: newKey(), place, thread: thread ?? null, text, at: new Date().toISOString() });
  keep(place, thread);
  tell();
  send(place);
}

export function sayAgain(key) {
  const item = items.find((i) => i.key === key);
  if (!item) return;
  Object.assign(item, { failed: false, why: null, at: new Date().toISOString() });
  keep(item.place, item.thread);
  send(item.place);
}

export function drop(key) {
  const item = items.find((i) => i.key === key);
  items = items.filter((i) => i.key !== key);
  if (item) keep(item.place, item.thread);
}

/** The line is there (again). */
export function sendAll() {
  clearTimeout(retry);
  wait = 1000;
  new Set(items.map((i) => i.place)).forEach(send);
}

/** My message came in over the live line before the answer did: it need not stand there twice. */
export function alreadyHere(message) {
  const item = message.author.mine && items.find((i) => !i.shown && i.place === message.place && i.thread === message.thread && i.text.trim() === textOf(message));
  if (item) item.shown = true;
}

function textOf(message) {
  return message.content.parts.map((p) => p.text ?? '').join('\n').trim();
}

async function send(place) {
  if (busy.has(place)) return;
  busy.add(place);
  try {
    for (let item = next(place); item; item = next(place)) {
      if (!(await sent(item))) break;
    }
  } finally {
    busy.delete(place);
  }
}

function next(place) {
  return items.find((i) => i.place === place && !i.failed);
}

async function sent(item) {
  try {
    const { message, answer } = await api.say(item.place, item.key, item.text, item.thread);
    items = items.filter((i) => i !== item);
    if (message) putMine(message);
    keep(item.place, item.thread);
    answered(answer, item.place, item.thread, null);
    tell();
    return true;
  } catch (refused) {
    const late = isCommand(item.text) && Date.now() - Date.parse(item.at) > COMMAND_MS;
    if (refused.passing && !late) {
      item.waits = true;
      clearTimeout(retry);
      retry = setTimeout(() => new Set(items.map((i) => i.place)).forEach(send), wait);
      wait = Math.min(wait * 2, SLOWEST_MS);
    } else {
      item.failed = true;
      item.why = refused.message;
    }
    keep(item.place, item.thread);
    return !refused.passing;
  }
}

function keep(place, thread) {
  waiting.keep(items.map(({ shown, ...rest }) => rest));
  change(`stream:${place}`, ...(thread ? [`thread:${thread}`] : []));
}
