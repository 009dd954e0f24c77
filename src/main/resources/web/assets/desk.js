/** The desk: what the facilitator watches. It shows what the server tells, counts down by itself, and keeps nothing. */
import { serverSaid } from './clock.js';
import { button, h, icon, loadIcons } from './dom.js';
import { findings, follows, refresh, seen as harvestSeen } from './desk-findings.js';
import { over } from './desk-over.js';
import { now, plan, strip } from './desk-plan.js';
import { questions } from './desk-questions.js';
import { alerts, grid, tables } from './desk-room.js';
import { does } from './desk-say.js';
import { cafeNow, clockTime } from './desk-time.js';
import './desk-words.js';
import './desk-words-harvest.js';
import { language, languages, setLanguage, t } from './words.js';

/** The server says hello every 15 seconds; twice missed means that nobody is there. */
const SILENCE_MS = 38_000;
/** A line that is down for a moment is nobody's concern. */
const PATIENCE_MS = 2500;

let view = null;
let sections = [];
let source = null;
let lastHeard = Date.now();
let patience = null;
let lost = null;

// --- the line ---

function connect() {
  source?.close();
  lastHeard = Date.now();
  source = new EventSource(`${location.pathname}/events`);
  const on = (name, handler) =>
    source.addEventListener(name, (event) => {
      lastHeard = Date.now();
      isUp();
      handler(JSON.parse(event.data));
    });
  on('hello', (hello) => serverSaid(hello.now));
  on('view', (seen) => {
    view = { ...seen, found: findings.is };
    harvestSeen(seen.harvest);
    if (sections.length) update();
    else build();
    document.documentElement.dataset.seen = String(Date.now());
  });
  on('gone', gone);
  source.onerror = () => {
    patience ??= setTimeout(isDown, PATIENCE_MS);
    if (source.readyState === EventSource.CLOSED) setTimeout(connect, 3000);
  };
}

function isUp() {
  clearTimeout(patience);
  patience = null;
  lost?.remove();
  lost = null;
}

function isDown() {
  if (!view || lost) return;
  lost = h('p', { class: 'lost', role: 'alert' }, icon('warning'), t('desk.lost', { time: clockTime(view, cafeNow(view)) }));
  document.querySelector('.desk-head').after(lost);
}

function gone() {
  source.close();
  sections = [];
  document.getElementById('page').replaceChildren(h('main', { class: 'message-only', 'data-test': 'desk-gone' }, h('h1', { tabindex: '-1' }, t('desk.gone')), h('p', {}, t('desk.gone.text'))));
  document.querySelector('h1').focus();
}

setInterval(() => {
  if (source.readyState !== EventSource.CLOSED && Date.now() - lastHeard > SILENCE_MS) {
    isDown();
    connect();
  }
}, 5000);

// --- the page ---

/** A card whose inside is made anew when what it shows has changed, and only then: what has focus is left alone. */
function card(test, section, look = '') {
  const element = h('section', { class: `card ${look}`, 'data-test': test });
  let shown = null;
  let ticks = [];
  return {
    element,
    update() {
      const is = JSON.stringify(section.of(view));
      if (is !== shown) {
        shown = is;
        ticks = [];
        const focused = element.contains(document.activeElement) ? document.activeElement.dataset.test : null;
        element.replaceChildren(...section.make(view, (tick) => ticks.push(tick)).filter(Boolean));
        if (focused) element.querySelector(`[data-test="${focused}"]`)?.focus();
      }
      this.tick();
    },
    tick: () => ticks.forEach((tick) => tick(view)),
  };
}

const CONTROLS = {
  start: ['play', 'primary', (v) => v.stage === 'gathering' && v.present.length > 0],
  resume: ['play', 'primary', (v) => v.stage === 'paused'],
  pause: ['pause', 'primary', (v) => v.stage === 'running'],
  extend: ['plus', 'plain', (v) => v.stage === 'running'],
  shorten: ['minus', 'plain', (v) => v.stage === 'running'],
  skip: ['skip', 'plain', (v) => v.stage === 'running'],
  intervene: ['bell', 'plain', (v) => v.stage === 'running' && v.plan[v.at].kind === 'round' && v.spare.length > 0],
  broadcast: ['direct', 'plain', (v) => v.stage !== 'closed'],
  move: ['people', 'plain', (v) => v.stage !== 'closed' && v.tables.length > 0],
};

const controls = {
  of: (v) => Object.entries(CONTROLS).filter(([, [, , may]]) => may(v)).map(([name]) => name),
  make(v) {
    const may = this.of(v);
    return may.map((name) => button({ words: t(`do.${name}`), icon: CONTROLS[name][0], look: CONTROLS[name][1], test: `do-${name}`, press: () => does[name](view) }));
  },
};

function head() {
  const select = h('select', { class: 'input lang', 'aria-label': t('desk.theme'), 'data-test': 'language' }, languages.map((l) => h('option', { value: l, lang: l }, t(`lang.${l}`))));
  select.value = language();
  select.addEventListener('change', () => {
    setLanguage(select.value);
    build();
    document.querySelector('[data-test=language]').focus();
  });
  return h(
    'header',
    { class: 'desk-head' },
    icon('logo', 'art'),
    h('div', { class: 'desk-title' }, h('p', { class: 'eyebrow' }, t('desk.name')), h('h1', {}, view.title)),
    view.rehearsal && h('span', { class: 'chip' }, t('desk.rehearsal', { n: Math.round(view.clock.speed * 10) / 10 })),
    select,
  );
}

function build() {
  const bar = card('controls', controls, 'controls');
  bar.element.setAttribute('aria-label', t('do.group'));
  const made = {
    now: card('now', now, 'now'),
    strip: card('strip', strip, 'strip'),
    alerts: card('alerts', alerts, 'alerts'),
    tables: card('tables', tables, 'tables'),
    grid: card('grid', grid, 'grid'),
    questions: card('questions', questions, 'questions'),
    over: card('over', over, 'over'),
    plan: card('plan', plan, 'plan'),
  };
  sections = [bar, ...Object.values(made)];
  made.strip.element.setAttribute('aria-hidden', 'true');
  document.getElementById('page').replaceChildren(
    h(
      'div',
      { class: 'desk' },
      head(),
      h(
        'main',
        { class: 'desk-main' },
        h('div', { class: 'stagefront' }, made.now.element, made.strip.element, bar.element, made.over.element),
        h('div', { class: 'room' }, made.alerts.element, made.grid.element, made.tables.element),
        made.plan.element,
        made.questions.element,
      ),
    ),
  );
  update();
}

function update() {
  document.querySelector('.desk-main').classList.toggle('is-over', view.stage === 'closed');
  sections.forEach((s) => s.update());
}

/** What the questions come to is there, or somebody opened more of it. */
function look() {
  if (!view || !sections.length) return;
  view.found = findings.is;
  update();
}

follows(look);
document.addEventListener('look', look);
document.addEventListener('said', refresh);

setLanguage(language());
document.getElementById('page').append(h('main', { class: 'message-only' }, h('p', {}, t('desk.loading'))));
await loadIcons();
connect();
setInterval(() => view && sections.forEach((s) => s.tick()), 500);
