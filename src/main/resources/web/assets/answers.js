/** What the bot answers at once to what I did: whispers, and forms to fill in. */
import { api } from './api.js';
import { announce, newKey } from './dom.js';
import { openFormDialog } from './dialogs.js';
import { plain } from './content.js';
import { tell, whisper } from './state.js';
import { t } from './words.js';

export function answered(answer, place, thread, after) {
  if (!answer) return;
  if (answer.whispers?.length) {
    whisper(place, thread, after, answer.whispers);
    announce(`${t('whisper.only')}. ${answer.whispers.map(plain).join('. ').slice(0, 400)}`);
    tell();
  }
  if (answer.form) openFormDialog(answer.form, (values, key) => sendIn(answer.form, values, key, place, thread, after), { place, thread, after });
}

/** A form comes in under one key, however often its button is pressed. */
export async function sendIn(form, values, key, place, thread, after) {
  const { answer } = await api.press({ key, place, ...(after ? { message: after } : {}), action: form.action, values });
  // The form's own dialog closes first, so that an answer can open another.
  queueMicrotask(() => answered(answer, place, thread, after));
}

/** Presses a button. The same key goes along when the line breaks, so that it counts once. */
export async function press(place, thread, message, action) {
  const key = newKey();
  for (let attempt = 1; ; attempt++) {
    try {
      const { answer } = await api.press({ key, place, ...(message ? { message } : {}), action, values: {} });
      return answered(answer, place, thread, message);
    } catch (refused) {
      if (!refused.passing || attempt === 3) return trouble(place, thread, message, refused.message);
      await new Promise((go) => setTimeout(go, attempt * 800));
    }
  }
}

export function trouble(place, thread, after, why) {
  answered({ whispers: [{ parts: [{ type: 'paragraph', text: why }], buttons: [] }], form: null }, place, thread, after);
}
