/** What happens in the room: who calls, what did not arrive, the tables, and how the harvest fills up. */
import { length } from './clock.js';
import { legend, marks } from './desk-card.js';
import { button, h, icon } from './dom.js';
import { retry } from './desk-say.js';
import { ago, cafeNow, clockTime, timed } from './desk-time.js';
import { t } from './words.js';

/** With more tables than this people are counted, and named when asked. */
const NAMED = 12;

// --- what needs looking at ---

export const alerts = {
  of: (v) => [v.calls, v.blocked, v.blockedInAll, v.late, v.waiting > 0 ? v.waiting : 0],
  make(v, ticks) {
    const some = v.calls.length + v.blocked.length + v.late.length;
    if (!some) return [h('p', { class: 'all-well' }, icon('check'), v.waiting ? t('alerts.none.waiting', { n: v.waiting }) : t('alerts.none'))];
    return [
      h('h2', {}, t('alerts')),
      h('ul', { role: 'list', class: 'alert-list' }, v.calls.map((c) => call(c, ticks)), v.blocked.map((d) => delivery(d, 'blocked')), v.late.map((d) => delivery(d, 'late'))),
      v.blockedInAll > v.blocked.length && h('p', { class: 'hint' }, t('blocked.more', { n: v.blockedInAll - v.blocked.length })),
      v.blocked.length > 0 && button({ words: t('retry', { n: v.blockedInAll }), icon: 'send', look: 'primary', test: 'retry', press: retry() }),
    ];
  },
};

function call(c, ticks) {
  const when = h('span', { class: 'hint' });
  ticks((x) => (when.textContent = ago(cafeNow(x) - c.at)));
  return h(
    'li',
    { class: 'alert call', 'data-test': 'call' },
    icon('bell'),
    h('div', {}, h('p', {}, h('strong', {}, t('call')), ' · ', t('call.who', { name: c.name ?? t('call.someone'), place: c.table ?? t('plenary') }), ' · ', when), c.words && h('blockquote', {}, c.words)),
  );
}

function delivery(d, kind) {
  const what = ['openplace', 'topic'].includes(d.what) || !d.first ? t(`what.${d.what}`, { first: d.first }) : `“${d.first}”`;
  return h(
    'li',
    { class: `alert ${kind}`, 'data-test': kind },
    icon(kind === 'blocked' ? 'warning' : 'clock'),
    h('div', {}, h('p', {}, h('strong', {}, t(kind)), ' · ', what, d.to && ` · ${t('to', { to: d.to })}`), d.failure && h('p', { class: 'why' }, t(`failure.${d.failure}`), d.detail && ` (${d.detail})`)),
  );
}

// --- the tables ---

export const tables = {
  of: (v) => [v.stage === 'closed', v.tables, v.round, v.plan[v.at]?.kind === 'round', v.calls.map((c) => c.table), v.startedAt],
  make(v, ticks) {
    if (v.stage === 'closed') return [];
    if (!v.tables.length) return [h('h2', {}, t('tables')), h('p', { class: 'hint' }, t('tables.none'))];
    const talking = v.plan[v.at]?.kind === 'round';
    return [h('h2', {}, t('tables.round', { n: v.round })), h('ul', { role: 'list', class: 'table-list' }, v.tables.map((x) => table(v, x, talking, ticks)))];
  },
};

function table(v, x, talking, ticks) {
  const last = h('span', {});
  if (x.lastAskedAt !== null) ticks((now) => (last.textContent = t('table.last', { ago: ago(cafeNow(now) - x.lastAskedAt) })));
  else last.textContent = talking ? t('table.first') : '';
  const longer = x.endsAt !== null && x.endsAt !== timed(v).steps[v.at]?.talkEndsAt;
  const calls = v.calls.some((c) => c.table === x.title);
  const others = x.people.filter((p) => p !== x.host);
  const names = h('p', { class: 'names' }, h('span', { class: 'host' }, x.host, ' ', h('span', { class: 'tag' }, t('table.host'))), others.length > 0 && ` ${others.join(', ')}`);
  return h(
    'li',
    { class: `table${calls ? ' calls' : ''}`, 'data-test': `table-${x.id}` },
    h('div', { class: 'table-head' }, h('h3', {}, x.title), calls && h('span', { class: 'chip warn' }, icon('bell'), t('table.help')), longer && h('span', { class: 'chip' }, icon('clock'), t('table.until', { time: clockTime(v, x.endsAt) }))),
    h('p', { class: 'tally' }, h('strong', { class: 'number' }, String(x.questions)), h('span', {}, t('table.questions', { n: x.questions }), h('br'), last)),
    v.tables.length > NAMED ? h('details', {}, h('summary', {}, t('table.people', { n: x.people.length })), names) : names,
  );
}

// --- the harvest ---

/** How each cell stands: by words and by shape, so that it reads in grey and aloud. */
function cell(v, count, round) {
  if (count > 0) return 'has';
  if (round > v.roundsBegun) return 'later';
  const at = v.plan[v.at];
  if (v.stage === 'closed' || at.kind !== 'round' || at.round !== round) return 'missed';
  const { steps, now } = timed(v);
  const { startsAt, talkEndsAt } = steps[v.at];
  if (now >= talkEndsAt) return 'missed';
  return now - startsAt < (talkEndsAt - startsAt) / 2 ? 'fresh' : 'soon';
}

/** As the clock above says it, in whole minutes. */
function talkLeft(v) {
  const { steps, now } = timed(v);
  return length(steps[v.at].talkEndsAt - now, Math.max(60, v.clock.speed));
}

const SHAPE = { fresh: 'dots', soon: 'warning', missed: 'close' };

export const grid = {
  of: (v) => [v.grid, v.rounds, v.roundsBegun, v.stage, v.at, v.startedAt, v.plan[v.at], v.found.cells],
  make(v, ticks) {
    const most = Math.max(1, ...v.grid.flatMap((row) => row.counts));
    const warning = h('p', { class: 'grid-warn', role: 'status' });
    const states = new Map();
    const rows = v.grid.map((row, theme) =>
      h(
        'tr',
        {},
        h('th', { scope: 'row' }, row.theme),
        row.counts.map((count, i) => {
          const td = h('td', { 'data-test': 'cell' });
          const words = h('span', { class: 'cell-words' });
          const touched = marks(v, theme, i);
          let shown = null;
          ticks((x) => {
            const state = cell(x, count, i + 1);
            states.set(td, state);
            if (state !== shown) {
              shown = state;
              td.className = `cell ${state}`;
              td.dataset.state = state;
              if (state === 'has') td.dataset.heat = String(Math.ceil((count / most) * 4));
              td.replaceChildren(...[h('span', { class: 'cell-what' }, state === 'has' ? h('span', { class: 'number' }, String(count)) : [SHAPE[state] && icon(SHAPE[state]), words]), touched].filter(Boolean));
            }
            if (state !== 'has') words.textContent = t(`cell.${state}`, { left: state === 'soon' ? talkLeft(x) : '' });
          });
          return td;
        }),
        h('td', { class: 'total' }, String(row.counts.reduce((a, b) => a + b, 0))),
      ),
    );
    ticks(() => {
      const n = [...states.values()].filter((s) => s === 'soon').length;
      const words = n ? t('grid.warn', { n }) : '';
      if (warning.textContent !== words) warning.textContent = words;
    });
    return [
      h('h2', {}, t('grid')),
      h('table', {}, h('caption', { class: 'unseen' }, t('grid.caption')), h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t('grid.theme')), v.rounds.map((title, i) => h('th', { scope: 'col', class: i + 1 === v.roundsBegun && v.stage !== 'closed' ? 'here' : null }, t('grid.round', { n: i + 1 }), h('span', { class: 'round-title' }, title))), h('th', { scope: 'col', class: 'total' }, t('grid.total')))), h('tbody', {}, rows)),
      warning,
      legend(v),
    ];
  },
};
