/** How questions, topics and decisions are told in words. */
import { h } from './dom.js';
import { language, t } from './words.js';

/** "7, 9 en 12". */
export const numbers = (all) => new Intl.ListFormat(language(), { type: 'conjunction' }).format(all.map(String));

export const topicOf = (v, id) => v.found.cells.flatMap((cell) => cell.topics).find((topic) => topic.id === id);

export const topicName = (v, id) => topicOf(v, id)?.topic ?? t('topic.none');

export const themeName = (v, id) => v.found.themes.find((theme) => theme.id === id)?.label ?? t('questions.elsewhere');

/** By which words its topic was found; where somebody decided otherwise, that too. */
export function why(v, q) {
  const words = q.on.join(', ');
  if (q.overruled) return h('span', { class: 'ruled' }, q.suggested === null ? t('topic.ruled.none') : t('topic.ruled', { topic: topicName(v, q.suggested), words }));
  return words && h('span', {}, t('topic.on', { words }));
}

export function decided(v, d) {
  const which = numbers(d.questions);
  if (d.kind === 'about') return t('decided.about', { which, was: topicName(v, d.was), is: topicName(v, d.is) });
  return t(`decided.${d.kind}`, { which, n: d.questions.length });
}
