/** When everything in the plan is, by the café's own clock. */
import { serverNow } from './clock.js';
import { language, t } from './words.js';

/** What the café's clock says now. */
export function cafeNow(view) {
  return view.clock.cafe + (serverNow() - view.clock.real) * view.clock.speed;
}

/**
 * The plan from the step under way on. While the clock stands still, as if it went on at this moment.
 *
 * @returns {{steps: {state, startsAt, talkEndsAt, endsAt}[], endsAt: number, now: number}} instants in milliseconds; none for what is done
 */
export function timed(view) {
  const now = cafeNow(view);
  let at = view.startedAt ?? (view.elapsed !== null ? now - view.elapsed : (view.plannedStart ?? now));
  const steps = view.plan.map((step, i) => {
    if (i < view.at) return { state: 'done' };
    const startsAt = at;
    at += step.length + step.changing;
    return { state: i === view.at ? 'now' : 'next', startsAt, talkEndsAt: startsAt + step.length, endsAt: at };
  });
  return { steps, endsAt: at, now };
}

const TIME = { hour: '2-digit', minute: '2-digit' };
const DAY = { day: 'numeric', month: 'long' };
const formats = new Map();

/** Where the café is. */
function formatted(view, at, parts) {
  const locale = language() === 'nl' ? 'nl-NL' : 'en-GB';
  const key = `${locale} ${view.zone} ${Object.keys(parts)}`;
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(locale, { ...parts, timeZone: view.zone }));
  return formats.get(key).format(new Date(at));
}

/** "14:35". */
export const clockTime = (view, at) => formatted(view, at, TIME);

/** "14:35" today, "13 May 14:35" on another day. */
export function moment(view, at) {
  const day = formatted(view, at, DAY);
  return day === formatted(view, cafeNow(view), DAY) ? clockTime(view, at) : `${day} ${clockTime(view, at)}`;
}

/** Begun minutes count: nobody reads that none are left. */
export function minutes(ms) {
  return Math.max(1, Math.ceil(ms / 60_000));
}

export function ago(ms) {
  const n = Math.floor(ms / 60_000);
  return n < 1 ? t('ago.now') : t('ago.minutes', { n });
}

export function stepTitle(step) {
  return step.kind === 'round' ? t('plan.round', { n: step.round, title: step.title }) : step.title;
}
