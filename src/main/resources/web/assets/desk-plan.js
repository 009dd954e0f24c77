/** Where the café is in its plan, and when each part of it ends. */
import { length } from './clock.js';
import { h, icon } from './dom.js';
import { clockTime, minutes, stepTitle, timed } from './desk-time.js';
import { t } from './words.js';

/** No line begins with the slash of "develop / procure". */
const unbroken = (title) => title.replaceAll(' /', '\u00a0/');

/** What the times are counted from. While it is equal, everything else counts down by itself. */
const course = (v) => [v.stage, v.at, v.startedAt, v.elapsed, v.plannedStart, v.hardEnd, v.plan, v.published];

// --- now ---

export const now = {
  of: (v) => [course(v), v.present.length, v.expected],
  make(v, ticks) {
    if (v.stage === 'gathering') return gathering(v, ticks);
    if (v.stage === 'closed') return [h('div', { class: 'now-what' }, h('h2', {}, t('now.closed')), h('p', {}, t('now.closed.text')))];
    return underWay(v, ticks);
  },
};

function gathering(v, ticks) {
  const end = h('p', { class: 'now-end' });
  ticks((x) => (end.textContent = t('now.end', { time: clockTime(x, timed(x).endsAt) })));
  return [
    h('div', { class: 'now-what' }, h('p', { class: 'eyebrow' }, v.plannedStart !== null && t('now.start', { time: clockTime(v, v.plannedStart) })), h('h2', {}, t('now.gathering'))),
    h('div', { class: 'now-time' }, h('p', { class: 'count', 'data-test': 'present' }, String(v.present.length)), h('p', { class: 'until' }, v.present.length ? t('now.people', { n: v.present.length }).replace(/^\d+ /, '') : t('now.gathering.none'))),
    v.plannedStart !== null && end,
  ];
}

function underWay(v, ticks) {
  const step = v.plan[v.at];
  const rounds = v.plan.filter((s) => s.kind === 'round').length;
  const where = step.kind === 'round' ? t('now.round', { n: step.round, of: rounds }) : t('now.step', { n: v.at + 1, of: v.plan.length });
  const paused = v.stage === 'paused';
  const eyebrow = h('p', { class: 'eyebrow' });
  const count = h('p', { class: 'count', role: 'timer', 'data-test': 'countdown' });
  const until = h('p', { class: 'until' });
  const end = h('p', { class: 'now-end', 'data-test': 'ends' });
  const after = v.plan[v.at + 1];
  ticks((x) => {
    const plan = timed(x);
    const at = plan.steps[x.at];
    const changing = plan.now >= at.talkEndsAt;
    const to = changing ? at.endsAt : at.talkEndsAt;
    const rest = length(Math.max(0, to - plan.now), x.clock.speed);
    eyebrow.textContent = [where, paused && t('now.paused'), !paused && changing && t('now.changing')].filter(Boolean).join(' · ');
    count.textContent = rest;
    until.textContent = `${t('now.left')}, ${paused ? t('now.still') : t('now.until', { time: clockTime(x, to) })}`;
    // Going on makes later steps give way to an end that is fixed.
    const over = paused && x.hardEnd !== null ? Math.min(plan.endsAt, x.hardEnd) : plan.endsAt;
    end.replaceChildren(h('strong', {}, t(paused ? 'now.end.still' : 'now.end', { time: clockTime(x, over) })), x.hardEnd === null ? '' : ` · ${t('now.hard', { time: clockTime(x, x.hardEnd) })}`);
    document.title = `${rest} · ${stepTitle(step)} · ${t('desk.name')}`;
  });
  return [
    h('div', { class: 'now-what' }, eyebrow, h('h2', {}, step.title), h('p', { class: 'next' }, after ? t('now.next', { step: stepTitle(after) }) : t('now.last'))),
    h('div', { class: `now-time${paused ? ' still' : ''}` }, paused && icon('pause'), count, until),
    end,
  ];
}

// --- the line of time: for the eye; the plan below says the same in words ---

export const strip = {
  of: course,
  make(v, ticks) {
    if (v.stage === 'closed') return [];
    const total = v.plan.reduce((sum, s) => sum + s.length + s.changing, 0);
    const marker = h('span', { class: 'marker' });
    const pieces = v.plan.map((step, i) => {
      const state = i < v.at ? 'done' : i === v.at ? 'now' : 'next';
      const fill = h('span', { class: 'fill' });
      const piece = h('span', { class: `piece is-${state}${step.kind === 'round' ? ' is-round' : ''}`, title: stepTitle(step) }, fill, h('span', { class: 'piece-name' }, step.kind === 'round' ? String(step.round) : ''));
      piece.style.flexGrow = String(Math.max(step.length + step.changing, total / 60));
      if (state === 'now') {
        piece.append(marker);
        ticks((x) => {
          const { steps, now: at } = timed(x);
          const part = Math.min(1, Math.max(0, (at - steps[i].startsAt) / (steps[i].endsAt - steps[i].startsAt)));
          fill.style.width = `${part * 100}%`;
          marker.style.left = `${part * 100}%`;
        });
      }
      return piece;
    });
    return [h('div', { class: 'line' }, pieces)];
  },
};

// --- the plan ---

export const plan = {
  of: course,
  make(v, ticks) {
    if (v.stage === 'closed') return [];
    const rows = v.plan.map((step, i) => {
      const state = i < v.at ? 'done' : i === v.at ? 'now' : 'next';
      const at = h('span', { class: 'plan-at' });
      const to = h('span', { class: 'plan-to' });
      if (state === 'done') at.append(icon('check'), h('span', { class: 'unseen' }, t('plan.done')));
      else
        ticks((x) => {
          const its = timed(x).steps[i];
          at.textContent = clockTime(x, its.startsAt);
          to.textContent = t('now.until', { time: clockTime(x, its.talkEndsAt) });
        });
      const long = [t('plan.length', { n: minutes(step.length) }), step.changing > 0 && t('plan.changing', { n: minutes(step.changing) })].filter(Boolean).join(' ');
      return h('li', { class: `plan-step is-${state}`, 'aria-current': state === 'now' ? 'step' : null, 'data-test': `step-${i}` }, at, h('span', { class: 'plan-name' }, unbroken(stepTitle(step)), state === 'now' && h('span', { class: 'chip' }, t('plan.now'))), h('span', { class: 'plan-long' }, to, state !== 'done' && ' · ', long));
    });
    const end = h('span', { class: 'plan-at', 'data-test': 'plan-end' });
    ticks((x) => (end.textContent = clockTime(x, timed(x).endsAt)));
    return [h('h2', {}, t('plan')), h('ol', { class: 'plan-steps' }, rows, h('li', { class: 'plan-step is-end' }, end, h('span', { class: 'plan-name' }, t('plan.end'))))];
  },
};
