/** Everything that opens over the page: forms of the bot, questions of the page, pictures, settings. */
import { announce, button, h, newKey } from './dom.js';
import { api } from './api.js';
import { open } from './dialog.js';
import { openForm } from './kept.js';
import { languages, t } from './words.js';

// --- forms of the bot ---

/**
 * @param sends (values, key) -> promise; a refusal is shown in the form
 * @param at {place, thread, after}: kept, so that a reload opens the form again
 * @param values filled in before
 */
export function openFormDialog(form, sends, at, values = {}) {
  const key = newKey();
  const fields = form.fields.map((f) => field(f, values[f.name]));
  const problem = h('p', { class: 'problem', role: 'alert', 'data-test': 'form-problem' });
  const submit = h('button', { type: 'submit', class: 'button primary', 'data-test': 'form-submit' }, h('span', {}, form.submit));
  const read = () => Object.fromEntries(fields.map((f) => [f.name, f.value()]));
  const element = h(
    'form',
    { class: 'fields', novalidate: true, autocomplete: 'off' },
    form.intro && h('p', { class: 'intro' }, form.intro),
    fields.map((f) => f.element),
    problem,
    h('div', { class: 'dialog-foot' }, button({ words: t('form.cancel'), look: 'plain', test: 'form-cancel', press: () => dialog.close() }), submit),
  );
  const dialog = open(form.title, element, { test: 'form', closed: () => openForm.keep(null) });
  openForm.keep({ form, at, values });
  element.addEventListener('input', () => openForm.keep({ form, at, values: read() }));
  element.addEventListener('submit', async (event) => {
    event.preventDefault();
    const wrong = fields.map((f) => ({ f, why: f.wrong() })).find((w) => w.why);
    fields.forEach((f) => f.mark(f === wrong?.f));
    problem.textContent = wrong?.why ?? '';
    if (wrong) return wrong.f.focus();
    if (submit.disabled) return;
    submit.disabled = true;
    try {
      await sends(read(), key);
      dialog.close();
    } catch (refused) {
      problem.textContent = refused.message;
      submit.disabled = false;
    }
  });
  fields[0]?.focus();
  return dialog;
}

function field(f, value) {
  if (f.type === 'choice') return choice(f, value ?? f.initial);
  if (f.type === 'choices') return choices(f, (value ?? '').split(' ').filter(Boolean));
  return words(f, value ?? f.initial ?? '');
}

function words(f, value) {
  const id = `field-${newKey()}`;
  const more = h('span', { id: `${id}-more`, class: 'hint' });
  const input = h(f.lines > 1 ? 'textarea' : 'input', {
    id,
    name: f.name,
    class: 'input',
    rows: f.lines > 1 ? Math.min(f.lines, 8) : null,
    type: f.lines > 1 ? null : 'text',
    maxlength: f.most > 0 ? f.most : null,
    'aria-describedby': f.most > 0 ? more.id : null,
    'aria-required': f.required ? 'true' : null,
    'data-test': `field-${f.name}`,
  });
  input.value = value;
  const tell = () => (more.textContent = f.most > 0 ? (input.value.length > f.most * 0.8 ? `${input.value.length} / ${f.most}` : t('form.chars', { n: f.most })) : '');
  input.addEventListener('input', tell);
  tell();
  return {
    name: f.name,
    element: h('div', { class: 'field' }, h('label', { for: id }, f.label, f.required && h('span', { class: 'hint' }, ` (${t('form.required')})`)), input, f.most > 0 && f.lines > 1 && more),
    value: () => input.value,
    wrong: () => (f.required && !input.value.trim() ? t('form.missing', { label: f.label }) : null),
    mark: (bad) => input.setAttribute('aria-invalid', String(bad)),
    focus: () => input.focus(),
  };
}

function choice(f, value) {
  const many = f.options.length > 6;
  const name = `choice-${newKey()}`;
  if (many) {
    const select = h('select', { id: name, name: f.name, class: 'input', 'data-test': `field-${f.name}` }, f.options.map((o) => h('option', { value: o.value }, o.label)));
    if (value) select.value = value;
    return { name: f.name, element: h('div', { class: 'field' }, h('label', { for: name }, f.label), select), value: () => select.value, wrong: () => null, mark: () => {}, focus: () => select.focus() };
  }
  const radios = f.options.map((o) => h('input', { type: 'radio', name, value: o.value, id: `${name}-${o.value}`, 'data-test': `field-${f.name}-${o.value}` }));
  radios.forEach((r) => (r.checked = r.value === value));
  return {
    name: f.name,
    element: h('fieldset', { class: 'field' }, h('legend', {}, f.label), radios.map((r, i) => h('label', { class: 'option', for: r.id }, r, h('span', {}, f.options[i].label)))),
    value: () => radios.find((r) => r.checked)?.value ?? '',
    wrong: () => (radios.length && !radios.some((r) => r.checked) ? t('form.choose', { label: f.label }) : null),
    mark: () => {},
    focus: () => (radios.find((r) => r.checked) ?? radios[0])?.focus(),
  };
}

function choices(f, chosen) {
  const name = `choices-${newKey()}`;
  const count = h('p', { class: 'hint', id: `${name}-count`, role: 'status' });
  const boxes = f.options.map((o) => h('input', { type: 'checkbox', value: o.value, id: `${name}-${o.value}`, 'data-test': `field-${f.name}-${o.value}` }));
  boxes.forEach((b) => (b.checked = chosen.includes(b.value)));
  const picked = () => boxes.filter((b) => b.checked);
  const tell = () => (count.textContent = t('form.chosen', { n: picked().length, most: f.most }));
  boxes.forEach((b) =>
    b.addEventListener('change', () => {
      if (b.checked && picked().length > f.most) {
        b.checked = false;
        announce(t('form.most', { n: f.most }));
        count.textContent = t('form.most', { n: f.most });
      } else {
        tell();
      }
    }),
  );
  tell();
  return {
    name: f.name,
    element: h('fieldset', { class: 'field', 'aria-describedby': count.id }, h('legend', {}, f.label), count, boxes.map((b, i) => h('label', { class: 'option', for: b.id }, b, h('span', {}, f.options[i].label)))),
    value: () => picked().map((b) => b.value).join(' '),
    wrong: () => null,
    mark: () => {},
    focus: () => boxes[0]?.focus(),
  };
}

// --- questions of the page ---

/** @returns promise of true when it is confirmed */
export function confirm(title, text, yes) {
  return new Promise((done) => {
    let sure = false;
    const go = button({
      words: yes,
      look: 'danger',
      test: 'confirm',
      press: () => {
        sure = true;
        dialog.close();
      },
    });
    const no = button({ words: t('form.cancel'), test: 'cancel', press: () => dialog.close() });
    const dialog = open(title, h('div', { class: 'fields' }, h('p', {}, text), h('div', { class: 'dialog-foot' }, no, go)), { test: 'dialog', closed: () => done(sure) });
    no.focus();
  });
}

export function enlarge(picture) {
  open(picture.alternative, h('div', { class: 'enlarged', tabindex: '0' }, h('img', { src: picture.url, alt: picture.alternative })), { test: 'enlarged', look: 'large light' });
}

/** Copies where the browser lets us; otherwise shows the link to copy by hand. */
export async function invite(path) {
  const link = new URL(path, location.origin).href;
  try {
    await navigator.clipboard.writeText(link);
    announce(t('invite.copied'));
    return true;
  } catch {
    const input = h('input', { class: 'input', readonly: true, value: link, id: 'invite-link', 'data-test': 'invite-link', on: { focus: (e) => e.target.select() } });
    const dialog = open(t('invite.title'), h('div', { class: 'fields' }, h('p', {}, t('invite.text')), h('div', { class: 'field' }, h('label', { for: input.id }, t('invite.link')), input)), { look: 'light' });
    dialog.querySelector('input').focus();
    return false;
  }
}

/** Who is here, and what else can be done with a place. */
export function placeDetails(place, more = []) {
  const rest = place.memberCount - place.members.length;
  open(
    place.title,
    h(
      'div',
      { class: 'fields' },
      h('p', { class: 'hint' }, t('place.people', { n: place.memberCount })),
      h('ul', { class: 'people' }, place.members.map((m) => h('li', {}, m.name)), rest > 0 && h('li', { class: 'hint' }, t('place.more', { n: rest }))),
      more,
    ),
    { test: 'details', look: 'light' },
  );
}

export function languageField(value) {
  const select = h('select', { class: 'input', id: `language-${newKey()}`, 'data-test': 'language' }, languages.map((l) => h('option', { value: l, lang: l }, t(`lang.${l}`))));
  select.value = value;
  return { element: h('div', { class: 'field' }, h('label', { for: select.id }, t('lang.label')), select), select };
}

export function settings(me, saved) {
  const name = h('input', { class: 'input', id: 'settings-name', value: me.name, maxlength: 60, autocomplete: 'name', 'data-test': 'name' });
  const { element: lang, select } = languageField(me.language);
  const problem = h('p', { class: 'problem', role: 'alert' });
  const form = h(
    'form',
    { class: 'fields', novalidate: true },
    h('div', { class: 'field' }, h('label', { for: name.id }, t('start.name')), name, h('span', { class: 'hint' }, t('start.name.why'))),
    lang,
    problem,
    h('div', { class: 'dialog-foot' }, button({ words: t('form.cancel'), press: () => dialog.close() }), h('button', { type: 'submit', class: 'button primary', 'data-test': 'settings-save' }, t('settings.save'))),
  );
  const dialog = open(t('settings.title'), form);
  name.focus();
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (!name.value.trim()) {
      problem.textContent = t('name.needed');
      return name.focus();
    }
    try {
      const changed = await api.changeMe(name.value.trim(), select.value);
      dialog.close();
      saved(changed);
    } catch (refused) {
      problem.textContent = refused.message;
    }
  });
}
