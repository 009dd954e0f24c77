/** What of the reference card was touched: small marks in the grid, and the names of what was not when somebody asks. */
import { open } from './dialog.js';
import { button, h } from './dom.js';
import { t } from './words.js';

const STATES = ['untouched', 'thin', 'touched'];
/** With more topics than this in a cell they are counted. */
const DRAWN = 8;

const of = (topics, state) => topics.filter((topic) => topic.state === state);

const count = (topics) => ({ touched: of(topics, 'touched').length, thin: of(topics, 'thin').length, untouched: of(topics, 'untouched').length, all: topics.length });

export const dot = (state) => h('span', { class: `dot ${state}`, 'aria-hidden': 'true' });

/** The cell's own, in the order of the grid. */
const cellOf = (v, row, round) => v.found.cells[row * v.rounds.length + round];

/** A row of dots that opens the names. */
export function marks(v, row, round) {
  const cell = cellOf(v, row, round);
  if (!cell?.topics.length) return null;
  const n = count(cell.topics);
  const where = t('card.where', { theme: v.grid[row].theme, n: round + 1 });
  const drawn = cell.topics.length > DRAWN ? [`${n.touched}/${n.all}`] : STATES.toReversed().flatMap((state) => of(cell.topics, state).map(() => dot(state)));
  return h(
    'button',
    { type: 'button', class: 'marks', 'data-test': 'marks', 'aria-label': `${where}: ${t('card.counts', n)}`, title: t('card.counts', n), on: { click: () => names(where, cell) } },
    drawn,
  );
}

function names(where, cell) {
  open(
    where,
    h('div', { class: 'fields' }, STATES.map((state) => list(t(`card.${state}.these`), of(cell.topics, state), state)), cell.notOnCard > 0 && h('p', { class: 'hint' }, t('card.elsewise', { n: cell.notOnCard }))),
    { test: 'card-cell', look: 'light' },
  );
}

function list(title, topics, state) {
  if (!topics.length) return null;
  return h(
    'section',
    { class: 'card-list' },
    h('h3', {}, dot(state), title),
    h('ul', { role: 'list' }, topics.map((topic) => h('li', {}, topic.topic, topic.questions > 1 && h('span', { class: 'hint' }, ` · ${t('card.questions', { n: topic.questions })}`)))),
  );
}

/** All that was not touched, theme by theme. */
function untouched(v) {
  const themes = v.grid.map((row, i) =>
    v.rounds.map((title, round) => {
      const not = of(cellOf(v, i, round)?.topics ?? [], 'untouched');
      return not.length ? list(t('card.where', { theme: row.theme, n: round + 1 }), not, 'untouched') : null;
    }),
  );
  open(t('card.untouched.all'), h('div', { class: 'fields untouched-all' }, themes.flat().filter(Boolean)), { test: 'card-untouched', look: 'light' });
}

/** Under the grid: what the dots mean, and how much is left. */
export function legend(v) {
  const topics = v.found.cells.flatMap((cell) => cell.topics);
  if (!topics.length) return null;
  const n = count(topics);
  return h(
    'div',
    { class: 'legend', 'data-test': 'legend' },
    h('p', {}, h('strong', {}, t('card.of', n)), STATES.toReversed().map((state) => h('span', { class: 'legend-part' }, dot(state), `${n[state]} ${t(`card.${state}`)}`))),
    n.untouched > 0 && button({ words: t('card.which'), look: 'link', test: 'card-which', press: () => untouched(v) }),
  );
}
