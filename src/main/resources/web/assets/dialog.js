/** A dialog over the page. */
import { button, h, newKey } from './dom.js';
import { t } from './words.js';

/** Opens a dialog; closing it gives the focus back to where it was. */
export function open(title, body, { test = 'dialog', look = '', closed } = {}) {
  const before = document.activeElement;
  const heading = h('h2', { id: `dialog-${newKey()}`, tabindex: '-1' }, title);
  const dialog = h(
    'dialog',
    { class: `dialog ${look}`, 'aria-labelledby': heading.id, 'data-test': test },
    h('div', { class: 'dialog-head' }, heading, button({ label: t('dialog.close'), icon: 'close', look: 'bare', test: 'dialog-close', press: () => dialog.close() })),
    body,
  );
  dialog.addEventListener('close', () => {
    dialog.remove();
    closed?.();
    back(before)?.focus({ preventScroll: true });
  });
  // A press beside the dialog closes it only where nothing can be lost.
  if (look.includes('light')) dialog.addEventListener('click', (e) => e.target === dialog && dialog.close());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** What was made anew meanwhile is told by its name, if that is its alone. */
function back(before) {
  if (before?.isConnected) return before;
  const same = before?.dataset.test ? document.querySelectorAll(`[data-test="${before.dataset.test}"]`) : [];
  return same.length === 1 ? same[0] : null;
}
