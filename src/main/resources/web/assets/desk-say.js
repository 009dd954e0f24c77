/** What the facilitator says from the desk. What it would change in the plan is shown first, and done when they confirm it. */
import { open } from './dialog.js';
import { announce, button, h, icon, newKey } from './dom.js';
import { clockTime, timed } from './desk-time.js';
import { language, t } from './words.js';

const LOOKS = { PRIMARY: 'primary', PLAIN: 'plain', DANGER: 'danger' };
const SHOWN_MS = 10_000;
/** What can be undone stays longer; it can be undone elsewhere too. */
const UNDO_MS = 30_000;

class Unsaid extends Error {}

async function say(command, key) {
  let response;
  try {
    response = await fetch(`${location.pathname}/say`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify({ key, command, language: language() }),
      cache: 'no-store',
    });
  } catch {
    throw new Unsaid(t('say.failed'));
  }
  if (!response.ok) throw new Unsaid(t(response.status === 404 ? 'say.gone' : 'say.failed'));
  const { whispers } = await response.json();
  document.dispatchEvent(new Event('said'));
  return whispers;
}

/** Once for each thing that is said: however often somebody clicks, and though a browser sends it twice, its key is the same. */
function once(press) {
  const keys = new Map();
  const keyOf = (command) => keys.get(command) ?? keys.set(command, newKey()).get(command);
  let busy = false;
  return async (event) => {
    if (busy) return;
    busy = true;
    const element = event.currentTarget;
    element.setAttribute('aria-disabled', 'true');
    try {
      await press(keyOf);
    } finally {
      element.removeAttribute('aria-disabled');
      busy = false;
    }
  };
}

// --- the dialog ---

export function sheet(title, test) {
  const words = h('div', { class: 'fields', role: 'status' });
  const problem = h('p', { class: 'problem', role: 'alert' });
  const foot = h('div', { class: 'dialog-foot' });
  const dialog = open(title, h('div', { class: 'fields' }, words, problem, foot), { test });
  const never = () => button({ words: t('say.no'), test: 'never', press: () => dialog.close() });
  const pressing = (command) =>
    once(async (keyOf) => {
      problem.textContent = '';
      try {
        const wish = typeof command === 'function' ? command() : command;
        if (wish) show(await say(wish, keyOf(wish)));
      } catch (e) {
        problem.textContent = e.message;
      }
    });
  /** A "no" that can be set aside stays here; whatever is done is told on the page. */
  const show = (whispers, asked = false) => {
    const choice = whispers.some((w) => w.buttons.some((b) => b.look === 'DANGER'));
    if (!asked && !choice) {
      dialog.close();
      whispers.forEach(tell);
      return;
    }
    words.replaceChildren(...whispers.map((w) => h('p', { class: 'comes-to' }, w.text)));
    const buttons = whispers.flatMap((w) => w.buttons);
    foot.replaceChildren(never(), ...buttons.map((b) => button({ words: b.label, look: b.look === 'PLAIN' ? 'primary' : LOOKS[b.look], test: 'confirm', press: pressing(b.command) })));
    foot.lastElementChild.focus();
  };
  return {
    show,
    /** Fields, and a button that says what they make. */
    fill(fields, label, command) {
      words.removeAttribute('role');
      words.replaceChildren(...fields);
      foot.replaceChildren(never(), button({ words: label, look: 'primary', test: 'confirm', press: pressing(command) }));
      (words.querySelector('select, textarea, input') ?? foot.lastElementChild).focus();
    },
    busy: () => show([{ text: t('say.busy'), buttons: [] }], true),
    wrong: (why) => (problem.textContent = why),
  };
}

/** Asks the bot what it would come to, and shows that. */
function preview(title, command) {
  return async () => {
    const its = sheet(title, 'preview');
    its.busy();
    try {
      its.show(await say(`${command} ?`, newKey()), true);
    } catch (e) {
      its.show([], true);
      its.wrong(e.message);
    }
  };
}

// --- what was done ---

/** One line, with what undoes it. */
function tell(whisper) {
  if (!whisper.text) return;
  document.querySelector('.toast')?.remove();
  const toast = h(
    'div',
    { class: 'toast', 'data-test': 'toast' },
    icon('check'),
    h('p', {}, whisper.text),
    whisper.buttons.map((b) =>
      button({
        words: b.label,
        look: 'plain',
        test: 'undo',
        press: once(async (keyOf) => {
          try {
            const told = await say(b.command, keyOf(b.command));
            toast.remove();
            told.forEach(tell);
          } catch (e) {
            tell({ text: e.message, buttons: [] });
          }
        }),
      }),
    ),
    button({ label: t('toast.close'), icon: 'close', look: 'bare', press: () => toast.remove() }),
  );
  (document.querySelector('.desk-main') ?? document.body).append(toast);
  announce(whisper.text);
  const leave = () => (toast.matches(':hover, :focus-within') ? setTimeout(leave, SHOWN_MS) : toast.remove());
  setTimeout(leave, whisper.buttons.length ? UNDO_MS : SHOWN_MS);
}

// --- each button ---

export function choice(label, test, options) {
  const select = h('select', { class: 'input', id: `choice-${newKey()}`, 'data-test': test }, options.map(([value, words]) => h('option', { value }, words)));
  return { select, element: h('div', { class: 'field' }, h('label', { for: select.id }, label), select) };
}

const hint = (words) => h('p', { class: 'hint' }, words);

export const does = {
  start(view) {
    sheet(t('do.start'), 'preview').fill([h('p', { class: 'comes-to' }, t('start.now', { n: view.present.length, end: clockTime(view, timed({ ...view, plannedStart: null }).endsAt) }))], t('do.start'), 'start');
  },
  pause(view) {
    sheet(t('do.pause'), 'preview').fill([h('p', { class: 'comes-to' }, t('pause.now', { end: clockTime(view, timed(view).endsAt) }))], t('do.pause'), 'pause');
  },
  resume: () => preview(t('do.resume'), 'resume')(),
  extend: () => preview(t('do.extend'), 'extend 5')(),
  shorten: () => preview(t('do.shorten'), 'extend -5')(),
  skip: () => preview(t('do.skip'), 'skip')(),
  intervene(view) {
    const which = choice(t('intervene.which'), 'which', view.spare.map((s) => [s.id, s.title]));
    const where = choice(t('intervene.where'), 'where', [['', t('intervene.all')], ...view.tables.map((x) => [x.id, x.title])]);
    sheet(t('do.intervene'), 'intervene').fill([which.element, where.element, hint(t('intervene.now'))], t('intervene.send'), () => `intervene ${which.select.value} ${where.select.value}`.trim());
  },
  broadcast() {
    const box = h('textarea', { class: 'input', id: `box-${newKey()}`, rows: 4, maxlength: 1000, 'data-test': 'words' });
    const its = sheet(t('do.broadcast'), 'broadcast');
    its.fill([h('div', { class: 'field' }, h('label', { for: box.id }, t('broadcast.text')), box), hint(t('broadcast.now'))], t('broadcast.send'), () => {
      if (box.value.trim()) return `broadcast ${box.value.trim()}`;
      its.wrong(t('broadcast.empty'));
      box.focus();
      return null;
    });
  },
  move(view) {
    const who = choice(t('move.who'), 'who', view.present.map((p) => [p.key, p.name]));
    const where = choice(t('move.where'), 'where', view.tables.map((x) => [x.id, x.title]));
    sheet(t('do.move'), 'move').fill([who.element, where.element, hint(t('move.now'))], t('move.send'), () => `move ${who.select.value} ${where.select.value}`);
  },
};

/** Changes nothing in the plan: it needs no asking. */
export function retry() {
  return once(async (keyOf) => {
    try {
      (await say('resend', keyOf('resend'))).forEach(tell);
    } catch (e) {
      tell({ text: e.message, buttons: [] });
    }
  });
}
