/** The server, one function per thing that can be asked of it. */
import { language, t } from './words.js';

/** A "no" of the server, or no answer at all (status 0). */
export class Refused extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }

  /** Worth trying again by itself: the line or the server is down. */
  get passing() {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

async function ask(method, path, body) {
  let response;
  try {
    response = await fetch(path, {
      method,
      headers: { Accept: 'application/json', 'Accept-Language': language(), ...(body ? { 'Content-Type': 'application/json' } : {}) },
      body: body ? JSON.stringify(body) : undefined,
      credentials: 'same-origin',
      cache: 'no-store',
    });
  } catch {
    throw new Refused(0, t('error.offline'));
  }
  const json = await response.json().catch(() => null);
  if (!response.ok) throw new Refused(response.status, json?.error ?? t('error.unknown'));
  return json;
}

const id = encodeURIComponent;

export const api = {
  start: (invite) => ask('GET', '/web/start' + (invite ? `?invite=${id(invite)}` : '')),
  pass: (name, lang, invite) => ask('POST', '/web/pass', { name, language: lang, ...(invite ? { invite } : {}) }),
  me: () => ask('GET', '/web/me'),
  changeMe: (name, lang) => ask('PUT', '/web/me', { name, language: lang }),
  menu: (lang) => ask('GET', `/web/menu?language=${id(lang)}`),
  messages: (place, before) => ask('GET', `/web/places/${id(place)}/messages?limit=50${before ? `&before=${before}` : ''}`),
  thread: (place, root) => ask('GET', `/web/places/${id(place)}/threads/${id(root)}`),
  say: (place, key, text, thread) => ask('POST', `/web/places/${id(place)}/messages`, { key, text, ...(thread ? { thread } : {}) }),
  edit: (message, key, text) => ask('PUT', `/web/messages/${id(message)}`, { key, text }),
  remove: (message, key) => ask('DELETE', `/web/messages/${id(message)}?key=${id(key)}`),
  press: (press) => ask('POST', '/web/press', press),
  read: (place, seq) => ask('POST', `/web/places/${id(place)}/read`, { seq }),
  scripts: () => ask('GET', '/rehearsals/scripts'),
  rehearse: (script, people, speed) => ask('POST', '/rehearsals', { script, people, speed }),
  deleteRehearsal: (cafe) => ask('DELETE', `/rehearsals/${id(cafe)}`),
};
