/** The server's time, and how much of it a café has left. */
import { t, language } from './words.js';

const heard = [];

/** The server said what time it is. Its word is always a little late, so the latest clock of the last few is the nearest. */
export function serverSaid(now) {
  heard.push(Date.parse(now) - Date.now());
  if (heard.length > 8) heard.shift();
}

export function serverNow() {
  return Date.now() + (heard.length ? Math.max(...heard) : 0);
}

/** Café time left in milliseconds; in a rehearsal it runs `speed` times as fast as the clock. */
export function left(countdown) {
  if (countdown.leftMs !== null && countdown.leftMs !== undefined) return countdown.leftMs;
  return Math.max(0, (Date.parse(countdown.endsAt) - serverNow()) * (countdown.speed || 1));
}

export function stands(countdown) {
  return countdown.leftMs !== null && countdown.leftMs !== undefined;
}

/** "12:34"; in whole minutes where the seconds would only flicker. */
export function length(ms, speed = 1) {
  const seconds = Math.ceil(ms / 1000);
  const minutes = Math.floor(seconds / 60);
  if (speed > 10) {
    if (seconds < 60) return t('time.under');
    return minutes < 100 ? t('time.minutes', { n: minutes }) : t('time.hours', { h: Math.floor(minutes / 60), m: minutes % 60 });
  }
  if (minutes >= 100) return t('time.hours', { h: Math.floor(minutes / 60), m: minutes % 60 });
  return `${minutes}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Making one of these is slow, and a full room needs hundreds. */
const formats = new Map();

function format(name, options) {
  const locale = language() === 'nl' ? 'nl-NL' : 'en-GB';
  const key = `${name} ${locale}`;
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(locale, options));
  return formats.get(key);
}

export function timeOfDay(iso) {
  return format('time', { hour: '2-digit', minute: '2-digit' }).format(new Date(iso));
}

export function fullTime(iso) {
  return format('full', { weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(new Date(iso));
}

export function dayOf(iso) {
  return new Date(iso).toDateString();
}

export function dayName(iso) {
  const day = dayOf(iso);
  if (day === new Date().toDateString()) return t('today');
  if (day === new Date(Date.now() - 86_400_000).toDateString()) return t('yesterday');
  return format('day', { weekday: 'long', day: 'numeric', month: 'long' }).format(new Date(iso));
}
