/** What is kept in this browser, so that nothing typed is lost: drafts, the outbox, small choices. */
import { state } from './state.js';

const mine = (name) => `tafelronde.${state.me?.id ?? ''}.${name}`;

function quietly(action, otherwise = null) {
  try {
    return action() ?? otherwise;
  } catch {
    // A full or forbidden store must not stop anybody from talking.
    return otherwise;
  }
}

export const drafts = {
  read: (where) => quietly(() => localStorage.getItem(mine(`draft.${where}`)), ''),
  keep: (where, text) =>
    quietly(() => (text ? localStorage.setItem(mine(`draft.${where}`), text) : localStorage.removeItem(mine(`draft.${where}`)))),
};

export const waiting = {
  read: () => quietly(() => JSON.parse(localStorage.getItem(mine('outbox'))), []),
  keep: (items) => quietly(() => localStorage.setItem(mine('outbox'), JSON.stringify(items))),
};

/** The form that is open in this tab, with what was filled in. */
export const openForm = {
  read: () => quietly(() => JSON.parse(sessionStorage.getItem(mine('form')))),
  keep: (form) => quietly(() => (form ? sessionStorage.setItem(mine('form'), JSON.stringify(form)) : sessionStorage.removeItem(mine('form')))),
};

export const choices = {
  read: (name) => quietly(() => localStorage.getItem(mine(name))),
  keep: (name, value) => quietly(() => localStorage.setItem(mine(name), value)),
};
