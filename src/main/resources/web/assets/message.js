/** One message, as an element that follows its changes. */
import { press, answered, trouble } from './answers.js';
import { api } from './api.js';
import { fullTime, timeOfDay } from './clock.js';
import { composer } from './composer.js';
import { contentOf, plain, title } from './content.js';
import { confirm } from './dialogs.js';
import { button, h, icon, newKey } from './dom.js';
import { drafts } from './kept.js';
import { putMessage, tell, unwhisper } from './state.js';
import { drop, sayAgain } from './outbox.js';
import { t } from './words.js';

export function avatar(author) {
  if (author.bot) return h('span', { class: 'avatar bot', 'aria-hidden': 'true' }, icon('logo', 'art'));
  const letters = author.name.split(/\s+/).filter(Boolean).map((w) => [...w][0]).slice(0, 2).join('').toUpperCase();
  const hue = [...author.id].reduce((sum, c) => (sum * 31 + c.codePointAt(0)) % 6, 7);
  return h('span', { class: `avatar hue-${hue}`, 'aria-hidden': 'true' }, letters || '?');
}

/**
 * @param item {key, message, compact, current, answers, beside, previews, closed}: `answers` = people are asked to answer here,
 *     `current` = the prompt of now, `beside` = its thread is open, `previews` = its last replies
 * @param around {inThread, openThread(id, focus), goTo(place), answered()}
 */
export function messageView(item, around) {
  let m = item.message;
  let editing = false;
  let shownBody = null;
  let answer = null;

  const name = h('b', { class: 'name' });
  const badge = h('span', { class: 'badge' });
  const time = h('time', {});
  const head = h('div', { class: 'message-head' }, name, badge, time);
  const face = h('div', { class: 'face' });
  const label = h('p', { class: 'card-label' });
  const body = h('div', { class: 'body' });
  const previews = h('ul', { class: 'previews' });
  const reactions = h('span', { class: 'reactions' });
  const replies = button({ icon: 'direct', words: '', look: 'link', test: 'open-thread', press: () => around.openThread(m.id, false) });
  const replyHere = button({ icon: 'reply', words: t('answer.here'), look: 'plain', test: 'answer-here', press: () => around.openThread(m.id, true) });
  const foot = h('div', { class: 'message-foot' }, reactions, replies, replyHere);
  const slot = h('div', { class: 'answer-slot' });
  const tools = h('div', { class: 'tools' });
  const toolsButton = button({
    label: t('message.tools'),
    icon: 'more',
    look: 'bare',
    test: 'message-tools',
    press: () => {
      const on = element.classList.toggle('open');
      toolsButton.setAttribute('aria-expanded', String(on));
    },
  });
  toolsButton.classList.add('tools-button');
  toolsButton.setAttribute('aria-expanded', 'false');
  const element = h('li', { class: 'message', 'data-test': 'message', tabindex: '-1' }, face, h('div', { class: 'message-main' }, head, label, body, previews, foot, slot), toolsButton, tools);

  function update(next) {
    item = next;
    m = item.message;
    element.dataset.id = m.id;
    element.className = ['message', m.author.bot ? 'from-bot' : '', m.author.mine ? 'mine' : '', item.compact ? 'compact' : '', m.pinned && !around.inThread ? 'card' : '', item.current ? 'current' : '', element.classList.contains('open') ? 'open' : '']
      .filter(Boolean)
      .join(' ');
    if (name.textContent !== m.author.name) {
      name.textContent = m.author.name;
      face.replaceChildren(avatar(m.author));
    }
    badge.textContent = m.author.bot ? t('message.bot') : m.author.mine ? t('message.you') : '';
    badge.hidden = !badge.textContent;
    const stamp = `${m.at} ${m.edited && !m.deleted}`;
    if (time.dataset.shown !== stamp) {
      time.dataset.shown = stamp;
      time.dateTime = m.at;
      time.title = fullTime(m.at);
      time.textContent = timeOfDay(m.at) + (m.edited && !m.deleted ? ` · ${t('message.edited')}` : '');
    }
    label.hidden = !m.pinned || around.inThread;
    if (!label.hidden) label.replaceChildren(icon('pin'), item.current && item.answers ? t('answer.current') : t('message.pinned'));
    showBody();
    showFoot();
    showTools();
    showAnswer();
  }

  function showBody() {
    const now = JSON.stringify([m.content, m.deleted]);
    if (editing || now === shownBody) return;
    shownBody = now;
    if (m.deleted) {
      body.replaceChildren(h('p', { class: 'note' }, t('message.deleted')));
    } else {
      body.replaceChildren(contentOf(m.content, { press: (action) => press(m.place, m.thread, m.id, action), goTo: around.goTo }, around.inThread ? 3 : 3));
    }
  }

  function showFoot() {
    const marks = m.reactions.map((r) => `${r}`).join(' ');
    if (reactions.dataset.shown !== marks) {
      reactions.dataset.shown = marks;
      reactions.replaceChildren(
        ...m.reactions.map((r) => h('span', { class: 'reaction', 'data-test': `reaction-${r}` }, icon(r === 'HEARD' ? 'check' : 'undo'), t(`message.${r}`))),
      );
    }
    const some = m.replies > 0 && !around.inThread && !item.beside;
    replies.hidden = !some;
    if (some) replies.lastElementChild.textContent = t(item.answers && item.current ? 'message.readReplies' : 'message.replies', { n: m.replies });
    replyHere.hidden = around.inThread || m.deleted || item.closed || !item.answers || (item.current && !item.beside) || item.beside;
    const shown = item.previews ?? [];
    previews.hidden = !shown.length;
    const now = shown.map((r) => r.id + JSON.stringify(r.content) + r.reactions).join();
    if (previews.dataset.shown !== now) {
      previews.dataset.shown = now;
      previews.replaceChildren(
        ...shown.map((r) => h('li', {}, avatar(r.author), h('span', {}, h('b', {}, r.author.name), ' ', plain(r.content), r.reactions.includes('HEARD') && h('span', { class: 'reaction' }, icon('check'), t('message.HEARD'))))),
      );
    }
    foot.hidden = !m.reactions.length && replies.hidden && replyHere.hidden;
  }

  function showTools() {
    const may = { reply: !around.inThread && !m.deleted && !item.closed, own: m.author.mine && !m.deleted && !item.closed };
    const now = `${may.reply} ${may.own}`;
    if (tools.dataset.shown === now) return;
    tools.dataset.shown = now;
    tools.replaceChildren(
      ...[
        may.reply && button({ label: t('message.replyTo', { name: m.author.name }), icon: 'reply', look: 'bare', test: 'reply', press: () => around.openThread(m.id, true) }),
        may.own && button({ label: t('message.edit'), icon: 'edit', look: 'bare', test: 'edit', press: edit }),
        may.own && button({ label: t('message.delete'), icon: 'delete', look: 'bare', test: 'delete', press: remove }),
      ].filter(Boolean),
    );
    tools.hidden = !tools.children.length;
    toolsButton.hidden = tools.hidden;
  }

  /** The box to answer in stands right under the prompt of now, unless the thread is open beside it. */
  function showAnswer() {
    const wanted = item.current && item.answers && !item.beside && !around.inThread && !item.closed;
    if (wanted && !answer) {
      answer = composer({ place: m.place, thread: m.id }, { label: t('answer.label'), placeholder: t('answer.placeholder'), test: 'answer-box', sendTest: 'answer-send', visibleLabel: true, class: 'answer', sent: () => around.answered() });
      slot.append(answer.element);
    } else if (!wanted && answer) {
      slot.replaceChildren();
      answer = null;
    }
  }

  function edit() {
    if (editing) return;
    editing = true;
    const box = h('textarea', { class: 'input', rows: 3, 'aria-label': t('message.editLabel'), 'data-test': 'edit-box' });
    const where = `edit.${m.id}`;
    box.value = drafts.read(where) || m.content.parts.map((p) => p.text ?? '').join('\n');
    const problem = h('p', { class: 'problem', role: 'alert' });
    const key = newKey();
    const done = () => {
      editing = false;
      shownBody = null;
      drafts.keep(where, '');
      showBody();
      element.focus({ preventScroll: true });
    };
    const save = async (event) => {
      event.preventDefault();
      const text = box.value.trim();
      if (!text) return box.focus();
      try {
        const { message, answer: said } = await api.edit(m.id, key, text);
        if (message) putMessage(message);
        tell();
        done();
        answered(said, m.place, m.thread, m.id);
      } catch (refused) {
        problem.textContent = refused.message;
      }
    };
    box.addEventListener('input', () => drafts.keep(where, box.value));
    box.addEventListener('keydown', (e) => {
      if (e.key === 'Escape') done();
    });
    body.replaceChildren(
      h('form', { class: 'edit', on: { submit: save } }, box, problem, h('div', { class: 'buttons' }, h('button', { type: 'submit', class: 'button primary', 'data-test': 'edit-save' }, t('message.save')), button({ words: t('message.cancel'), press: done }))),
    );
    box.focus();
  }

  async function remove() {
    if (!(await confirm(t('message.deleteAsk'), t('message.deleteText'), t('message.delete')))) return;
    try {
      const { answer: said } = await api.remove(m.id, newKey());
      putMessage({ ...m, deleted: true });
      tell();
      answered(said, m.place, m.thread, m.id);
    } catch (refused) {
      trouble(m.place, m.thread, m.id, refused.message);
    }
  }

  update(item);
  return { element, update };
}

/** Said to this person alone. */
export function whisperView(item, around) {
  const w = item.whisper;
  const element = h(
    'li',
    { class: 'whisper', 'data-test': 'whisper', tabindex: '-1' },
    h('p', { class: 'card-label' }, icon('eye'), t('whisper.only')),
    contentOf(w.content, { press: (action) => press(w.place, w.thread, w.after, action), goTo: around.goTo }, 3),
    button({ label: t('whisper.dismiss'), icon: 'close', look: 'bare', test: 'whisper-dismiss', press: () => (unwhisper(w.key), tell(), around.focus()) }),
  );
  return { element };
}

/** Mine, and not with the server yet. */
export function pendingView(item) {
  const state = h('p', { class: 'pending-state' });
  const element = h('li', { class: 'message mine pending', 'data-test': 'pending' }, h('div', { class: 'face' }), h('div', { class: 'message-main' }, h('p', { class: 'pending-text' }, item.pending.text), state));
  function update(next) {
    const p = next.pending;
    const now = `${p.failed} ${p.waits} ${p.why}`;
    if (state.dataset.shown === now) return;
    state.dataset.shown = now;
    state.replaceChildren(
      ...(p.failed
        ? [icon('warning'), t('write.failed', { why: p.why }), button({ words: t('write.again'), look: 'link', test: 'send-again', press: () => sayAgain(p.key) }), button({ words: t('write.drop'), look: 'link', test: 'drop', press: () => drop(p.key) })]
        : [icon('clock'), t(p.waits ? 'write.waiting' : 'write.sending')]),
    );
  }
  update(item);
  return { element, update };
}

export function dayView(item) {
  return { element: h('li', { class: 'day' }, h('span', {}, item.name)) };
}

export function lineView(item) {
  return { element: h('li', { class: 'new-line' }, h('span', {}, item.words)) };
}

export { title };
