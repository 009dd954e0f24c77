/**
 * The page of the web chat: starts it, and chooses between the first page and the chat.
 *
 * Hooks for tests in a browser, all as data-test="...":
 *   start page   start-rehearsal, rehearsal-options, script, people, speed, name, start-cafe, join-code, join-cafe, enter,
 *                invited-title, invalid, language-nl, language-en, to-chat, privacy, terms
 *   places       places, place-ID (with data-kind=PLENARY|TABLE|MANAGEMENT|DIRECT), unread, place-filter, to-start, settings
 *   a place      chat, place-title, topic, countdown, speed, details, closed, waiting, stream, older, newest, prompt-bar
 *   a message    message (with data-id), pending, whisper, whisper-dismiss, reaction-HEARD, reaction-WITHDRAWN, press (with
 *                data-action), goto (with data-place), picture, file, open-thread, answer-here, reply, edit, edit-box, edit-save,
 *                delete, message-tools, send-again, drop
 *   writing      write-box + send (the place), answer-box + answer-send (under the prompt of now), thread, reply-box + reply-send
 *                (the open thread), close-thread, thread-back, commands (the list), open-commands
 *   dialogs      dialog, dialog-close, confirm, cancel, form, field-NAME, field-NAME-VALUE, form-submit, form-cancel, form-problem,
 *                enlarged, invite-link, settings-save, language
 *   who runs it  run, run-start, run-pause, run-resume, run-extend, run-skip, run-status, run-plan, invite, delete-rehearsal
 *   notices      hint, hint-go, hint-look, hint-dismiss, line-lost; phone: bar-places, bar-here, bar-direct
 */
import { api } from './api.js';
import { chatPage } from './chat.js';
import { h, loadIcons } from './dom.js';
import { say } from './outbox.js';
import { startPage } from './start.js';
import { direct, knowMe, tell } from './state.js';
import { rememberRehearsal } from './topic.js';
import { language, setLanguage, t } from './words.js';

const root = document.getElementById('page');
const invitation = /^\/join\/([^/]+)/.exec(location.pathname);
const token = invitation ? decodeURIComponent(invitation[1]) : null;
const wantsStart = location.hash === '#/start';

setLanguage(language());
loadIcons().catch(() => {}); // Words say it all without them.
begin();

async function begin() {
  let now;
  try {
    now = await api.start(token);
  } catch (refused) {
    root.replaceChildren(h('main', { class: 'message-only' }, h('h1', {}, 'Tafelronde'), h('p', { role: 'alert' }, refused.message), h('p', {}, h('a', { href: location.pathname, class: 'button primary' }, t('write.again')))));
    return;
  }
  if (now.me && !token && !wantsStart && (now.me.places.some((p) => p.kind !== 'DIRECT') || location.hash.startsWith('#/p/'))) return chat(now.me);
  if (now.me) setLanguage(now.me.language);
  first(now);
}

function first(now) {
  document.title = 'Tafelronde';
  root.replaceChildren(
    startPage(now, token, {
      rehearsal: (place, me) => {
        knowMe(me);
        rememberRehearsal(place);
        chat(me, { goes: place });
      },
      cafe: (me) => {
        const bot = me.places.find((p) => p.kind === 'DIRECT');
        chat(me, { goes: bot.id });
        say(direct().id, null, '/cafe new');
      },
      joined: (me, invite) => {
        const place = me.places.find((p) => p.kind === 'PLENARY' && p.invite === `/join/${invite}`) ?? me.places.filter((p) => p.kind === 'PLENARY' && !p.archived).at(-1);
        chat(me, place ? { goes: place.id } : { awaits: `/join/${invite}` });
      },
      chat: () => api.me().then((me) => chat(me)),
    }),
  );
}

function chat(me, how) {
  setLanguage(me.language);
  knowMe(me);
  const { page, begin: open } = chatPage({
    // A page of its own, so that the live line ends with this one.
    start: () => location.assign('/#/start'),
    out: () => location.assign('/'),
  });
  root.replaceChildren(page);
  open(how);
  tell();
}

window.addEventListener('hashchange', () => {
  if (location.hash === '#/start') location.reload();
});
