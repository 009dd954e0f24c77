/** When the café is over: the digest, whether management has it, and what people object to. */
import { choice, sheet } from './desk-say.js';
import { button, h, icon, newKey } from './dom.js';
import { language, t } from './words.js';

/** The one to read comes first. */
const ORDER = ['digest.html', 'digest.pdf', 'digest.md', 'digest.csv', 'digest.json', 'matrix.png'];

export const over = {
  of: (v) => [v.over, v.published],
  make(v) {
    if (!v.over) return [];
    const { waiting, reviewUntil } = v.over;
    return [
      h(
        'div',
        { class: 'over-digest' },
        h('p', { class: 'over-state', 'data-test': 'over-state' }, icon(v.published ? 'check' : 'edit'), h('span', {}, h('strong', {}, t(v.published ? 'over.published' : 'over.draft')), ' ', t(v.published ? 'over.published.text' : 'over.draft.text'))),
        reviewUntil !== null && !v.published && h('p', { class: 'over-state', 'data-test': 'over-review' }, icon('clock'), h('span', {}, h('strong', {}, t('over.review', { time: moment(v, reviewUntil) })), ' ', t('over.review.text'))),
        files(v),
      ),
      h('div', { class: 'over-does' }, does(v)),
      waiting.length > 0 && h('div', { class: 'over-waiting' }, h('h3', {}, t('over.waiting', { n: waiting.length })), h('ul', { role: 'list', class: 'alert-list' }, waiting.map((o) => objection(v, o)))),
      waiting.length === 0 && v.over.objections > 0 && h('p', { class: 'hint over-waiting' }, t('over.decided', { n: v.over.objections })),
    ];
  },
};

/** A review may last days. */
function moment(v, at) {
  return new Intl.DateTimeFormat(language() === 'nl' ? 'nl-NL' : 'en-GB', { weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', timeZone: v.zone }).format(new Date(at));
}

function files(v) {
  const all = v.over.files.toSorted((a, b) => ORDER.indexOf(a.name) - ORDER.indexOf(b.name));
  if (!all.length) return null;
  const link = (file, words, look, picture) => h('a', { class: `button ${look}`, href: file.address, target: '_blank', rel: 'noopener', 'data-test': `file-${file.name.split('.').pop()}` }, icon(picture), h('span', {}, words), h('span', { class: 'unseen' }, ` ${t('over.tab')}`));
  const [first, ...others] = all;
  return h('div', { class: 'over-files' }, link(first, t('over.open'), 'plain', 'eye'), others.map((file) => link(file, t(`over.${file.name.split('.').pop()}`), 'link', 'file')));
}

function does(v) {
  if (v.published) return [button({ words: t('over.anew'), icon: 'send', test: 'do-publish-anew', press: () => anew() })];
  return [
    button({ words: t('over.publish'), icon: 'send', look: 'primary', test: 'do-publish', press: () => publish(v) }),
    v.over.reviewUntil === null && button({ words: t('over.ask'), icon: 'people', test: 'do-review', press: () => review() }),
  ].filter(Boolean);
}

const comes = (words) => h('p', { class: 'comes-to' }, words);

function publish(v) {
  const { waiting, reviewUntil } = v.over;
  sheet(t('over.publish'), 'publish').fill(
    [comes(t('publish.comes')), waiting.length > 0 && comes(t('publish.waiting', { n: waiting.length })), reviewUntil !== null && comes(t('publish.review', { time: moment(v, reviewUntil) })), h('p', { class: 'hint' }, t('publish.final'))].filter(Boolean),
    t('over.publish'),
    reviewUntil !== null ? 'publish anyway' : 'publish',
  );
}

function anew() {
  sheet(t('over.anew'), 'publish').fill([comes(t('anew.comes'))], t('over.anew'), 'publish anew');
}

function review() {
  const length = choice(t('review.long'), 'review-long', [['24h', t('review.hours', { n: 24 })], ['48h', t('review.hours', { n: 48 })], ['4h', t('review.hours', { n: 4 })], ['7d', t('review.days', { n: 7 })]]);
  sheet(t('over.ask'), 'review').fill([comes(t('review.comes')), length.element], t('over.ask'), () => `review ${length.select.value}`);
}

function objection(v, o) {
  const act = (name, press) => button({ words: t(`object.${name}`), label: t(`object.${name}.of`, { n: o.number }), look: 'plain small', test: `${name}-${o.number}`, press });
  const sure = (name) => () => sheet(t('object.title', { n: o.question }), 'object').fill([h('blockquote', { class: 'asked' }, o.text), comes(t(`object.${name}.comes`))], t(`object.${name}`), `objections ${o.number} ${name}`);
  return h(
    'li',
    { class: 'alert', 'data-test': `objection-${o.number}` },
    h('span', { class: 'question-number' }, String(o.question)),
    h(
      'div',
      {},
      h('p', { class: 'question-text' }, o.text),
      h('p', { class: 'why' }, t(o.own ? 'object.own' : 'object.other'), o.reason && `: “${o.reason}”`),
      h('div', { class: 'question-does' }, act('out', sure('out')), act('keep', sure('keep')), act('reword', () => reword(o))),
    ),
  );
}

function reword(o) {
  const box = h('textarea', { class: 'input', id: `box-${newKey()}`, rows: 4, maxlength: 2000, 'data-test': 'words' }, o.text);
  const its = sheet(t('object.title', { n: o.question }), 'object');
  its.fill([h('div', { class: 'field' }, h('label', { for: box.id }, t('object.words')), box), h('p', { class: 'hint' }, t('object.reword.comes'))], t('object.reword'), () => {
    if (box.value.trim()) return `objections ${o.number} reword ${box.value.trim()}`;
    its.wrong(t('broadcast.empty'));
    box.focus();
    return null;
  });
}
