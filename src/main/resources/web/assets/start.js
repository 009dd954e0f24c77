/** The first page: begin a rehearsal, begin a café, join one. One click is enough where nothing need be asked. */
import { api } from './api.js';
import { button, h, icon } from './dom.js';
import { language, languages, setLanguage, t } from './words.js';

const SPEEDS = [20, 60, 120, 300, 600];

/**
 * @param now {mayBegin, invite, me} of the server
 * @param token of the invitation in the address, or null
 * @param enters {rehearsal(place, me), cafe(me), joined(me, token), chat()}
 */
export function startPage(now, token, enters) {
  const page = h('div', { class: 'start' });
  draw();
  return page;

  function draw() {
    const main = h('main', { class: 'start-main' }, h('header', { class: 'hero' }, icon('tables', 'art'), h('h1', { tabindex: '-1' }, 'Tafelronde'), h('p', { class: 'tagline' }, t('app.tagline')), h('p', { class: 'about' }, t('app.about'))));
    if (token) main.append(invited());
    else main.append(...cards());
    page.replaceChildren(h('header', { class: 'start-top' }, now.me && hasPlaces(now.me) ? button({ words: t('start.back'), icon: 'back', look: 'bare', test: 'to-chat', press: enters.chat }) : h('span', {}), languageButtons()), main, foot());
  }

  /** What is kept, and the terms: both pages hold both languages. */
  function foot() {
    const part = language() === 'en' ? '#english' : '';
    return h(
      'footer',
      { class: 'start-foot' },
      h('a', { href: `/privacy${part}`, 'data-test': 'privacy' }, t('start.privacy')),
      h('a', { href: `/terms${part}`, 'data-test': 'terms' }, t('start.terms')),
    );
  }

  function languageButtons() {
    return h(
      'div',
      { class: 'languages', role: 'group', 'aria-label': t('lang.label') },
      languages.map((l) =>
        h(
          'button',
          {
            type: 'button',
            lang: l,
            class: 'button bare',
            'aria-pressed': String(l === language()),
            'data-test': `language-${l}`,
            on: {
              click: () => {
                setLanguage(l);
                draw();
                page.querySelector(`[data-test="language-${l}"]`).focus();
              },
            },
          },
          t(`lang.${l}`),
        ),
      ),
    );
  }

  function cards() {
    const join = joinCard();
    if (!now.mayBegin) return [join, h('p', { class: 'may-not' }, t('start.mayNot'))];
    return [h('div', { class: 'cards' }, rehearsalCard(), cafeCard(), join)];
  }

  function card(picture, title, text, ...rest) {
    return h('section', { class: 'start-card' }, h('div', { class: 'card-icon' }, icon(picture)), h('h2', {}, title), h('p', {}, text), ...rest);
  }

  function rehearsalCard() {
    const script = h('select', { class: 'input', id: 'script', 'data-test': 'script' });
    const people = h('input', { class: 'input', id: 'people', type: 'number', min: 6, max: 1000, value: '16', inputmode: 'numeric', 'data-test': 'people' });
    const speed = h('select', { class: 'input', id: 'speed', 'data-test': 'speed' }, SPEEDS.map((n) => h('option', { value: n }, t('start.speed.option', { n, length: spoken(60 / n) }))));
    speed.value = '60';
    const name = nameField(t('start.name.default'), 'rehearsal-name');
    const scripts = api
      .scripts()
      .then((list) => {
        const mine = (s) => (String(s.language).toLowerCase() === language() ? 0 : 1);
        list.sort((a, b) => mine(a) - mine(b));
        script.replaceChildren(...list.map((s) => h('option', { value: s.name, lang: s.language }, `${s.title} (${String(s.language).toUpperCase()})`)));
        return list;
      })
      .catch(() => []);
    return card(
      'plenary',
      t('start.rehearse'),
      t('start.rehearse.text'),
      doing(t('start.rehearse.button'), 'start-rehearsal', t('start.rehearse.busy'), async () => {
        const list = await scripts;
        if (!list.length) throw new Error(t('start.noScripts'));
        await pass(name.value() || t('start.name.default'));
        const { place } = await api.rehearse(script.value || list[0].name, Math.max(1, Number(people.value) || 16), Number(speed.value));
        enters.rehearsal(place, await api.me());
      }),
      h('details', { class: 'options' }, h('summary', { 'data-test': 'rehearsal-options' }, t('start.options')), h('div', { class: 'fields' }, labelled(t('start.script'), script), labelled(t('start.people'), people), labelled(t('start.speed'), speed), !now.me && name.element)),
    );
  }

  function cafeCard() {
    return card(
      'table',
      t('start.cafe'),
      t('start.cafe.text'),
      doing(t('start.cafe.button'), 'start-cafe', null, async () => enters.cafe(await pass(t('start.name.default')))),
    );
  }

  function joinCard() {
    const code = h('input', { class: 'input', id: 'code', autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false', 'data-test': 'join-code' });
    const name = nameField('', 'join-name');
    return card(
      'link',
      t('start.join'),
      t('start.join.text'),
      asking(
        t('start.join.button'),
        'join-cafe',
        [labelled(t('start.join.code'), code), !now.me && name.element],
        async () => {
          const typed = tokenIn(code.value);
          if (!typed) return fail(code, t('code.needed'));
          if (!now.me && !name.value()) return fail(name.input, t('name.needed'));
          enters.joined(await enter(now.me?.name ?? name.value(), typed), typed);
        },
      ),
    );
  }

  function invited() {
    if (!now.invite) {
      return h('section', { class: 'start-card invited' }, h('h2', {}, t('join.title')), h('p', { class: 'problem', role: 'alert', 'data-test': 'invalid' }, t('join.invalid')), h('a', { href: '/', class: 'button plain' }, t('join.other')));
    }
    const name = nameField(now.me?.name ?? '', 'join-name');
    return h(
      'section',
      { class: 'start-card invited' },
      h('p', { class: 'invited-to' }, t('join.cafe')),
      h('h2', { 'data-test': 'invited-title' }, now.invite.title),
      asking(t('join.enter'), 'enter', [name.element], async () => {
        if (!name.value()) return fail(name.input, t('name.needed'));
        enters.joined(await enter(name.value(), token), token);
      }),
      h('p', { class: 'hint' }, t('join.notice')),
    );
  }

  /** Known already: no new pass is needed to begin. */
  async function pass(name) {
    now.me ??= await api.pass(name, language());
    if (now.me.language !== language()) now.me = await api.changeMe(now.me.name, language());
    return now.me;
  }

  async function enter(name, invite) {
    const me = await api.pass(name, language(), invite);
    // A name that was changed on the way in counts.
    return me.name === name ? me : api.changeMe(name, language());
  }
}

function hasPlaces(me) {
  return me.places.some((p) => p.kind !== 'DIRECT');
}

function spoken(minutes) {
  if (language() === 'nl') return minutes >= 1 ? (minutes === 1 ? '1 minuut' : `${minutes} minuten`) : `${Math.round(minutes * 60)} seconden`;
  return minutes >= 1 ? (minutes === 1 ? '1 minute' : `${minutes} minutes`) : `${Math.round(minutes * 60)} seconds`;
}

/** The token in a link, or the code itself. */
function tokenIn(typed) {
  const text = typed.trim();
  return (/\/join\/([^/?#\s]+)/.exec(text)?.[1] ?? text).replace(/\s+/g, '');
}

function labelled(words, input) {
  return h('div', { class: 'field' }, h('label', { for: input.id }, words), input);
}

function nameField(value, id) {
  const input = h('input', { class: 'input', id, value, maxlength: 60, autocomplete: 'name', 'aria-describedby': `${id}-why`, 'data-test': 'name' });
  const element = h('div', { class: 'field' }, h('label', { for: id }, t('start.name')), input, h('span', { class: 'hint', id: `${id}-why` }, t('start.name.why')));
  return { element, input, value: () => input.value.trim() };
}

/** Marks what is missing; the words stand under the button. */
function fail(input, words) {
  input.setAttribute('aria-invalid', 'true');
  input.focus();
  throw new Error(words);
}

/** A button that is busy until it is done, and says what went wrong. */
function doing(words, test, busyWords, action) {
  const problem = h('p', { class: 'problem', role: 'alert' });
  const b = button({ words, look: 'primary big', test, press: () => run(b, problem, words, busyWords, action) });
  return h('div', { class: 'doing' }, b, problem);
}

function asking(words, test, fields, action) {
  const problem = h('p', { class: 'problem', role: 'alert' });
  const b = h('button', { type: 'submit', class: 'button primary big', 'data-test': test }, h('span', {}, words));
  const form = h('form', { class: 'fields', novalidate: true }, fields, b, problem);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    form.querySelectorAll('[aria-invalid]').forEach((i) => i.removeAttribute('aria-invalid'));
    run(b, problem, words, null, action);
  });
  return form;
}

async function run(b, problem, words, busyWords, action) {
  if (b.getAttribute('aria-disabled') === 'true') return;
  b.setAttribute('aria-disabled', 'true');
  problem.textContent = '';
  if (busyWords) b.lastElementChild.textContent = busyWords;
  try {
    await action();
  } catch (refused) {
    problem.textContent = refused.message;
    b.lastElementChild.textContent = words;
  } finally {
    b.removeAttribute('aria-disabled');
  }
}
