/** What the facilitator decides about groups and topics: each says what it will come to, and is done when it is confirmed. */
import { topics } from './desk-findings.js';
import { choice, sheet } from './desk-say.js';
import { decided, numbers, themeName, topicName, topicOf, why } from './desk-told.js';
import { h, newKey } from './dom.js';
import { t } from './words.js';

/** So many are offered at once; whoever looks for another writes a word of it. */
const OFFERED = 5;
const COMMON = 4;

/** Where it counts: nothing that management has is changed behind its back. */
const counts = (v) => h('p', { class: 'hint' }, t(v.published ? 'counts.published' : v.stage === 'closed' ? 'counts.draft' : 'counts'));

const quote = (q) => h('blockquote', { class: 'asked' }, h('span', { class: 'question-number' }, String(q.number)), q.text);

const wordsOf = (text) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu)?.filter((w) => w.length >= COMMON));

export const decides = {
  async topic(v, q) {
    const its = sheet(t('topic.title', { n: q.number }), 'topic');
    its.busy();
    let card;
    try {
      card = await topics();
    } catch {
      its.wrong(t('say.failed'));
      return;
    }
    its.fill(...topicFields(v, q, card, its));
  },

  together(v, q, all) {
    const its = sheet(t('together.title', { n: q.number }), 'together');
    const others = byLikeness(q, all.filter((o) => o.number !== q.number && !q.together.includes(o.number)));
    let other = null;
    const comes = h('p', { class: 'comes-to', role: 'status' });
    const options = h('div', { class: 'options' });
    const draw = (found) => {
      options.replaceChildren(
        ...found.slice(0, OFFERED).map((o) => {
          const radio = h('input', { type: 'radio', name: 'other', value: o.number, checked: other === o, 'data-test': `other-${o.number}` });
          radio.addEventListener('change', () => {
            other = o;
            comes.textContent = t('together.comes', { numbers: numbers([...new Set([q.number, ...q.together, o.number, ...o.together])].sort((a, b) => a - b)) });
          });
          return h('label', { class: 'option' }, radio, h('span', { class: 'question-number' }, String(o.number)), h('span', {}, o.text));
        }),
        found.length ? '' : h('p', { class: 'hint' }, t('together.nothing')),
      );
    };
    const box = h('input', { class: 'input', type: 'search', id: `find-${newKey()}`, 'data-test': 'find', autocomplete: 'off' });
    box.addEventListener('input', () => {
      const wanted = box.value.trim().toLowerCase();
      draw(others.filter((o) => String(o.number) === wanted || o.text.toLowerCase().includes(wanted)));
    });
    draw(others);
    its.fill(
      [quote(q), h('div', { class: 'field' }, h('label', { for: box.id }, t('together.find')), box), h('fieldset', { class: 'field' }, h('legend', {}, t('together.with')), options), comes, counts(v)],
      t('together.do'),
      () => {
        if (other) return `together ${q.number} ${other.number}`;
        its.wrong(t('together.choose'));
        return null;
      },
    );
  },

  /** All of them, or one of several. */
  apart(v, group, one) {
    const which = one ? [one] : group;
    const words = one ? t('apart.one.comes', { n: one.number, others: numbers(group.filter((q) => q !== one).map((q) => q.number)) }) : t('apart.comes', { numbers: numbers(group.map((q) => q.number)) });
    sheet(t('apart.title'), 'apart').fill([...which.map(quote), h('p', { class: 'comes-to' }, words), counts(v)], t(one ? 'apart.one' : 'apart'), one ? `apart ${one.number}` : `apart group ${group[0].number}`);
  },

  undo(v, d) {
    sheet(t('undo.title'), 'undo').fill([h('p', { class: 'comes-to' }, t('undo.comes', { what: decided(v, d) })), counts(v)], t('undo'), `undo ${d.number}`);
  },
};

function topicFields(v, q, card, its) {
  const places = [...new Set(card.map((topic) => `${topic.theme} ${topic.round}`))];
  const mine = (place) => {
    const [theme, round] = place.split(' ');
    return (theme === q.theme ? 2 : 0) + (Number(round) === q.round ? 1 : 0);
  };
  const label = (place) => {
    const [theme, round] = place.split(' ');
    return t('card.where', { theme: themeName(v, theme), n: round });
  };
  const groups = places
    .toSorted((a, b) => mine(b) - mine(a))
    .map((place) => h('optgroup', { label: label(place) }, card.filter((topic) => `${topic.theme} ${topic.round}` === place).map((topic) => h('option', { value: topic.id }, topic.topic))));
  const which = choice(t('topic.which'), 'which-topic', []);
  which.select.append(h('option', { value: 'none' }, t('topic.none')), ...groups);
  which.select.value = q.topic ?? 'none';
  const comes = h('p', { class: 'comes-to', role: 'status' });
  const tell = () => {
    const is = which.select.value === 'none' ? null : which.select.value;
    comes.textContent = is === q.topic ? t('topic.same') : [is !== null && gains(v, q, is), q.topic !== null && loses(v, q)].filter(Boolean).join(' ');
  };
  which.select.addEventListener('change', tell);
  tell();
  return [
    [quote(q), h('p', { class: 'hint' }, [t('topic.now', { topic: topicName(v, q.topic) }), why(v, q)].filter(Boolean).flatMap((part, i) => (i ? [' · ', part] : [part]))), which.element, comes, counts(v)],
    t('topic.do'),
    () => {
      const is = which.select.value;
      if (is !== (q.topic ?? 'none')) return `topics ${q.number} ${is}`;
      its.wrong(t('topic.choose'));
      return null;
    },
  ];
}

const touching = (v, id) => topicOf(v, id)?.questions ?? 0;

const gains = (v, q, is) => t('topic.gains', { which: q.number, topic: topicName(v, is), n: touching(v, is) + 1 });

function loses(v, q) {
  const n = touching(v, q.topic) - 1;
  return t(n > 0 ? 'topic.loses' : 'topic.loses.none', { topic: topicName(v, q.topic), n });
}

/** Those with most words in common first, then the newest. */
function byLikeness(q, others) {
  const mine = wordsOf(q.text);
  const both = new Map(others.map((o) => [o, [...wordsOf(o.text)].filter((w) => mine.has(w)).length]));
  return others.toSorted((a, b) => both.get(b) - both.get(a) || b.number - a.number);
}
