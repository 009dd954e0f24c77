/** What stands above a place: its name, what is going on, the time left; for who runs the café, the controls. */
import { fullTime, left, length, stands, timeOfDay } from './clock.js';
import { confirm, invite, placeDetails } from './dialogs.js';
import { button, h, icon, narrow } from './dom.js';
import { choices } from './kept.js';
import { say } from './outbox.js';
import { state } from './state.js';
import { cafes } from './places.js';
import { api } from './api.js';
import { t } from './words.js';

/** @param around {closeThread(), left()} */
export function topicView(around) {
  const heading = h('h2', { tabindex: '-1', id: 'place-title', 'data-test': 'place-title' });
  const cafe = h('p', { class: 'topic-cafe' });
  const text = h('p', { class: 'topic-text', 'data-test': 'topic' });
  const time = h('span', { class: 'countdown-time' });
  const until = h('time', { class: 'countdown-until' });
  const countdown = h('div', { class: 'countdown', role: 'timer', 'aria-label': t('topic.timer'), 'data-test': 'countdown' }, icon('clock'), h('span', { class: 'countdown-words' }, time, until));
  const speed = h('span', { class: 'speed', 'data-test': 'speed' });
  const people = button({ words: '', icon: 'people', look: 'bare', test: 'details', press: details });
  const share = button({ words: t('run.invite'), icon: 'link', look: 'plain', test: 'invite', press: () => copy(share) });
  const command = (name, picture, test, words = t(`run.${name}`), label = null) => {
    const b = button({ words, icon: picture, look: 'plain', test, press: () => say(place.id, null, `/cafe ${COMMANDS[name]}`) });
    if (label) b.setAttribute('aria-label', label);
    return b;
  };
  const COMMANDS = { start: 'start', pause: 'pause', resume: 'resume', extend: 'extend 5', skip: 'skip', status: 'status', plan: 'plan', digest: 'digest', publish: 'publish' };
  const controls = {
    start: command('start', 'play', 'run-start'),
    resume: command('resume', 'play', 'run-resume'),
    pause: command('pause', 'pause', 'run-pause'),
    extend: command('extend', 'clock', 'run-extend', t('run.extend'), t('run.extendLabel')),
    skip: command('skip', 'skip', 'run-skip'),
    status: command('status', 'status', 'run-status'),
    plan: command('plan', 'plan', 'run-plan'),
    digest: command('digest', 'file', 'run-digest'),
    publish: command('publish', 'send', 'run-publish'),
  };
  const clear = button({ words: t('rehearsal.delete'), icon: 'delete', look: 'danger', test: 'run-delete', press: remove });
  const row = h('div', { class: 'run-row', role: 'group', 'aria-label': t('run.group') }, Object.values(controls), share, clear);
  const run = button({ words: t('run.title'), icon: 'settings', look: 'bare', test: 'run', press: () => open(row.hidden, true) });
  run.classList.add('run');
  const element = h('header', { class: 'topic' }, h('div', { class: 'topic-top' }, h('div', { class: 'topic-names' }, cafe, heading), people), h('div', { class: 'topic-now' }, text, h('div', { class: 'topic-time' }, speed, countdown, run)), row);
  let place = null;
  let ticking = null;

  function show(next) {
    const other = next.id !== place?.id;
    place = next;
    const group = cafes().find((c) => c.cafe === place.cafe);
    heading.textContent = place.title;
    cafe.textContent = place.kind === 'DIRECT' ? t('places.direct') : place.kind === 'PLENARY' ? t('place.PLENARY') : `${group?.title ?? ''}`;
    cafe.hidden = !cafe.textContent;
    text.textContent = place.kind === 'DIRECT' ? t('place.directIntro') : (place.topic?.text ?? '');
    people.hidden = place.kind === 'DIRECT';
    people.lastElementChild.textContent = String(place.memberCount);
    people.setAttribute('aria-label', `${t('place.details')}: ${t('place.people', { n: place.memberCount })}`);
    people.title = t('place.details');
    const clock = place.topic?.countdown ?? null;
    const still = clock && stands(clock);
    const over = place.topic?.over ?? false;
    controls.start.hidden = Boolean(clock) || over;
    controls.pause.hidden = !clock || still;
    controls.resume.hidden = !still;
    controls.extend.hidden = !clock;
    controls.skip.hidden = !clock;
    controls.digest.hidden = !over;
    controls.publish.hidden = !over;
    controls.plan.hidden = over;
    share.hidden = !place.invite || over;
    clear.hidden = !over || !isRehearsal(place);
    run.hidden = !runs();
    if (other) open(choices.read('run') ? choices.read('run') === 'open' : !narrow.matches);
    else if (!runs()) row.hidden = true;
    clearInterval(ticking);
    countdown.hidden = !clock;
    speed.hidden = !clock || clock.speed === 1;
    if (clock) {
      speed.textContent = t('topic.speed', { n: clock.speed });
      ticking = setInterval(() => tick(clock, still), 250);
      tick(clock, still);
    }
    text.parentElement.hidden = !text.textContent && !clock && run.hidden;
  }

  function runs() {
    // A server that does not tell who facilitates knows at least who may begin cafés.
    return place.kind === 'PLENARY' && (place.facilitates ?? (state.me.mayBegin && Boolean(place.invite))) && !place.archived;
  }

  function open(shown, chosen = false) {
    row.hidden = !shown || !runs();
    run.setAttribute('aria-expanded', String(!row.hidden));
    if (chosen) choices.keep('run', shown ? 'open' : 'shut');
  }

  function tick(clock, still) {
    const ms = left(clock);
    const words = still ? t('topic.still', { time: length(ms, clock.speed) }) : ms <= 0 ? t('topic.over') : t('topic.left', { time: length(ms, clock.speed) });
    if (time.textContent !== words) time.textContent = words;
    countdown.classList.toggle('soon', !still && ms > 0 && ms <= 60_000);
    // In a rehearsal the clock on the wall is not the café's: the topic's own words tell the time there.
    const at = timeOfDay(clock.endsAt);
    const said = still || clock.speed !== 1 || text.textContent.includes(at) ? '' : ` ${t(/\d:\d\d/.test(text.textContent) ? 'topic.untilHere' : 'topic.until', { time: at })}`;
    if (until.textContent !== said) until.textContent = said;
    until.dateTime = clock.endsAt;
    if (!still) countdown.title = fullTime(clock.endsAt);
  }

  async function copy(b) {
    if (await invite(place.invite)) {
      const words = b.lastElementChild;
      words.textContent = t('invite.copied');
      setTimeout(() => (words.textContent = t('run.invite')), 2500);
    }
  }

  function details() {
    const more = [];
    if (place.invite) {
      const b = button({ words: t('invite.copy'), icon: 'link', test: 'invite-details', press: () => copy(b) });
      more.push(b);
    }
    if (runs() && place.cafe && isRehearsal(place)) more.push(button({ words: t('rehearsal.delete'), icon: 'delete', look: 'danger', test: 'delete-rehearsal', press: remove }));
    placeDetails(place, more.length ? h('div', { class: 'buttons' }, more) : []);
  }

  async function remove() {
    document.querySelectorAll('dialog[open]').forEach((d) => d.close());
    if (!(await confirm(t('rehearsal.deleteAsk'), t('rehearsal.deleteText'), t('rehearsal.delete')))) return;
    try {
      await api.deleteRehearsal(place.cafe);
      around.left();
    } catch (refused) {
      around.trouble(refused.message);
    }
  }

  return { element, show, focus: () => heading.focus({ preventScroll: true }) };
}

/** The rehearsals that this browser began are remembered, since a closed one no longer says how fast it went. */
export function rememberRehearsal(place) {
  choices.keep(`rehearsal.${place}`, 'yes');
}

function isRehearsal(place) {
  return choices.read(`rehearsal.${place.id}`) === 'yes' || (place.topic?.countdown?.speed ?? 1) !== 1;
}
