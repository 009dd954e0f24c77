/** The questions so far, in folds that are closed: by theme with what each is about, those that say nearly the same, and what was decided. */
import { decides } from './desk-decide.js';
import { closes, findings, opens } from './desk-findings.js';
import { moment } from './desk-time.js';
import { decided, numbers, themeName, topicName, why } from './desk-told.js';
import { button, h, icon } from './dom.js';
import { t } from './words.js';

/** So many at once: a page of hundreds is slow on a phone. */
const PAGE = 40;
/** With more others than this they are counted; the group shows them all. */
const NAMED = 5;
/** How many are shown in each fold; what was asked for stays. */
const shown = new Map();
/** Folds in which only what is not on the card is shown. */
const looseOnly = new Set();

export const questions = {
  of: (v) => [v.found, [...findings.open], [...shown], [...looseOnly], v.stage, v.published, v.zone],
  make(v) {
    const { themes, groups, decided } = v.found;
    const all = themes.reduce((sum, theme) => sum + theme.questions, 0);
    if (!all && !decided) return [];
    return [
      h('h2', {}, t('questions')),
      h(
        'div',
        { class: 'folds' },
        fold('groups', t('groups'), [t('groups.count', { n: groups })], groups > 0, (data) => groupList(v, data)),
        themes.map((theme) => {
          const name = theme.label ?? t('questions.elsewhere');
          const loose = v.found.cells.length > 0 && theme.notOnCard > 0 && t('questions.loose', { n: theme.notOnCard });
          return fold(`questions/${theme.id}`, name, [t('questions.count', { n: theme.questions }), loose], theme.questions > 0, (data, what) => themeList(v, data, what));
        }),
        fold('decisions', t('decisions'), [t('decisions.count', { n: decided })], decided > 0, (data) => decisionList(v, data)),
      ),
    ];
  },
};

/** Its inside is asked for when it is opened, and gone when it is closed. */
function fold(what, title, facts, any, inside) {
  const test = `fold-${what.replace('/', '-')}`;
  const told = h('span', { class: 'fold-facts' }, any ? facts.filter(Boolean).join(' · ') : t('fold.none'));
  if (!any) return h('div', { class: 'fold is-empty', 'data-test': test }, h('div', { class: 'fold-head' }, h('span', { class: 'fold-name' }, title), told));
  const isOpen = findings.open.has(what);
  const data = findings.open.get(what);
  const panel = `panel-${test}`;
  return h(
    'div',
    { class: `fold${isOpen ? ' is-open' : ''}` },
    h(
      'h3',
      {},
      h(
        'button',
        { type: 'button', class: 'fold-head', 'aria-expanded': String(isOpen), 'aria-controls': isOpen ? panel : null, 'data-test': test, on: { click: () => (isOpen ? closes(what) : opens(what)) } },
        icon('go'),
        h('span', { class: 'fold-name' }, title),
        told,
      ),
    ),
    isOpen && h('div', { class: 'fold-inside', id: panel }, data ? inside(data, what) : h('p', { class: 'hint' }, t('say.busy'))),
  );
}

// --- by theme ---

function themeList(v, data, what) {
  const theme = what.replace('questions/', '');
  const its = data.questions.map((q) => ({ ...q, theme }));
  const loose = looseOnly.has(what);
  const all = loose ? its.filter((q) => q.topic === null) : its;
  const most = shown.get(what) ?? PAGE;
  const change = (then) => {
    then();
    document.dispatchEvent(new Event('look'));
  };
  const anyLoose = v.found.cells.length > 0 && its.some((q) => q.topic === null);
  const only = h('input', { type: 'checkbox', checked: loose, 'data-test': 'loose-only', on: { change: () => change(() => (loose ? looseOnly.delete(what) : looseOnly.add(what))) } });
  return [
    (anyLoose || loose) && h('label', { class: 'only' }, only, t('questions.only')),
    rounds(all).map((round) => part(v, round, all.slice(0, most).filter((q) => q.round === round), its)),
    all.length > most && button({ words: t('questions.more', { n: Math.min(PAGE, all.length - most) }), test: 'more', press: () => change(() => shown.set(what, most + PAGE)) }),
  ];
}

const rounds = (all) => [...new Set(all.map((q) => q.round))].sort((a, b) => (a ?? Infinity) - (b ?? Infinity));

/** What was asked in one round. */
function part(v, round, some, all) {
  if (!some.length) return null;
  return h('section', {}, h('h4', { class: 'round-head' }, round === null ? t('questions.noround') : t('plan.round', { n: round, title: v.rounds[round - 1] ?? '' })), h('ol', { class: 'question-list' }, some.map((q) => question(v, q, all))));
}

function question(v, q, all) {
  const name = topicName(v, q.topic);
  return h(
    'li',
    { class: 'question', 'data-test': `question-${q.number}` },
    h('span', { class: 'question-number' }, h('span', { class: 'unseen' }, t('question.number')), String(q.number)),
    h('div', { class: 'question-what' }, h('p', { class: 'question-text' }, q.text), q.together.length > 0 && h('p', { class: 'question-with' }, icon('link'), q.together.length > NAMED ? t('question.together.many', { n: q.together.length }) : t('question.together', { numbers: numbers(q.together) }))),
    v.found.cells.length > 0 &&
      h(
        'div',
        { class: 'question-topic' },
        h('button', { type: 'button', class: `pill${q.topic === null ? ' none' : ''}`, 'data-test': `topic-${q.number}`, 'aria-label': t('topic.change.of', { topic: name, n: q.number }), title: t('topic.change'), on: { click: () => decides.topic(v, q) } }, name),
        h('p', { class: 'question-why' }, why(v, q)),
      ),
    button({ words: t('together'), label: t('together.of', { n: q.number }), look: 'quiet', test: `together-${q.number}`, press: () => decides.together(v, q, all) }),
  );
}

// --- what says nearly the same ---

function groupList(v, data) {
  return [
    h('p', { class: 'hint' }, t('groups.how')),
    h(
      'ul',
      { role: 'list', class: 'group-list' },
      data.groups.map((group) => {
        const first = group[0].number;
        return h(
          'li',
          { class: 'group', 'data-test': `group-${first}` },
          h('div', { class: 'group-head' }, h('h4', {}, t('groups.one', { theme: themeName(v, group[0].theme), n: group.length })), button({ words: t('apart'), label: t('apart.of', { numbers: numbers(group.map((q) => q.number)) }), look: 'plain small', test: `apart-group-${first}`, press: () => decides.apart(v, group) })),
          h(
            'ol',
            { class: 'wordings' },
            group.map((q) =>
              h(
                'li',
                {},
                h('span', { class: 'question-number' }, String(q.number)),
                h('p', { class: 'question-text' }, q.text),
                group.length > 2 && button({ words: t('apart.one'), label: t('apart.one.of', { n: q.number }), look: 'quiet', test: `apart-${q.number}`, press: () => decides.apart(v, group, q) }),
              ),
            ),
          ),
        );
      }),
    ),
  ];
}

// --- what was decided ---

function decisionList(v, data) {
  return [
    h(
      'ol',
      { class: 'decision-list' },
      data.decisions.map((d) =>
        h(
          'li',
          { class: `decision${d.undoneAt !== null ? ' is-undone' : ''}`, 'data-test': `decision-${d.number}` },
          h('span', { class: 'decision-at' }, moment(v, d.at)),
          h('p', {}, decided(v, d), d.undoneAt !== null && h('span', { class: 'hint' }, ` · ${t('decided.undone', { time: moment(v, d.undoneAt) })}`)),
          d.undoneAt === null && button({ words: t('undo'), label: t('undo.of', { n: d.number }), icon: 'undo', look: 'plain small', test: `undo-${d.number}`, press: () => decides.undo(v, d) }),
        ),
      ),
    ),
    data.all > data.decisions.length && h('p', { class: 'hint' }, t('decisions.more', { n: data.all - data.decisions.length })),
  ];
}
