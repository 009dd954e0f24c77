/** What the questions come to. The live view only says that it changed: what is shown of it is asked for a little later, and only that. */

/** While forty people ask, what changed is caught up with in one go. */
const SOON_MS = 1200;
const AGAIN_MS = 5000;

const nothing = { stamp: '', themes: [], cells: [], groups: 0, decided: 0 };

export const findings = {
  is: nothing,
  /** What stands open, by what it is asked for with; null while it is not there yet. */
  open: new Map(),
  card: null,
};

let newest = '';
let timer = null;
let busy = false;
let listener = () => {};

async function get(what) {
  const response = await fetch(`${location.pathname}/${what}`, { headers: { Accept: 'application/json' }, cache: 'no-store' });
  if (!response.ok) throw new Error(what);
  return response.json();
}

/** @param changed called whenever there is something else to show */
export function follows(changed) {
  listener = changed;
}

/** The live view says how it stands by its stamp. */
export function seen(stamp) {
  newest = stamp;
  if (stamp !== findings.is.stamp && timer === null) soon(findings.is === nothing ? 0 : SOON_MS);
}

function soon(ms) {
  if (busy) return;
  clearTimeout(timer);
  timer = setTimeout(refresh, ms);
}

/** Now: who decides something wants to see it. */
export async function refresh() {
  clearTimeout(timer);
  timer = null;
  if (busy) return;
  busy = true;
  let again = 0;
  try {
    const [is, ...opened] = await Promise.all([get('findings'), ...[...findings.open.keys()].map(async (what) => [what, await get(what)])]);
    findings.is = is;
    for (const [what, data] of opened) if (findings.open.has(what)) findings.open.set(what, data);
    if (is.stamp !== newest) again = SOON_MS;
  } catch {
    again = AGAIN_MS;
  }
  busy = false;
  listener();
  if (again) soon(again);
}

export async function opens(what) {
  if (findings.open.has(what)) return;
  findings.open.set(what, null);
  try {
    const data = await get(what);
    if (findings.open.has(what)) findings.open.set(what, data);
  } catch {
    soon(AGAIN_MS);
  }
  listener();
}

export function closes(what) {
  findings.open.delete(what);
  listener();
}

/** The topics of the card: they stay the same, so they are asked for once. */
export async function topics() {
  findings.card ??= (await get('card')).topics;
  return findings.card;
}
