/** The list of my places: café by café, and the bot. */
import { button, follow, h, icon } from './dom.js';
import { state } from './state.js';
import { language, t } from './words.js';

const ORDER = { PLENARY: 0, TABLE: 1, MANAGEMENT: 2 };
/** From so many tables on there is a box to find one. */
const MANY = 12;

/** The cafés that I am in, each with its places in order. */
export function cafes() {
  const groups = new Map();
  for (const place of state.places.values()) {
    if (place.kind === 'DIRECT') continue;
    const cafe = place.cafe ?? place.id;
    if (!groups.has(cafe)) groups.set(cafe, []);
    groups.get(cafe).push(place);
  }
  const byTitle = new Intl.Collator(language(), { numeric: true });
  return [...groups].map(([cafe, places]) => {
    places.sort((a, b) => ORDER[a.kind] - ORDER[b.kind] || byTitle.compare(a.title, b.title));
    return { cafe, places, ended: places.every((p) => p.archived), title: places.find((p) => p.kind === 'PLENARY')?.title ?? cafe };
  });
}

/** @param around {goTo(place), start(), settings()} */
export function placesView(around) {
  const filter = h('input', { class: 'input', type: 'search', id: 'place-filter', placeholder: t('places.filter'), 'aria-label': t('places.filter'), 'data-test': 'place-filter' });
  const filterBox = h('div', { class: 'place-filter' }, filter);
  const directList = h('ul', { class: 'place-list', role: 'list' });
  const groups = h('div', { class: 'cafes' });
  const none = h('p', { class: 'hint', role: 'status' });
  const ended = h('div', { class: 'cafes' });
  const endedBox = h('details', { class: 'ended' }, h('summary', {}, t('places.ended')), ended);
  const me = h('button', { type: 'button', class: 'me', 'aria-label': t('places.settings'), title: t('places.settings'), 'data-test': 'settings', on: { click: () => around.settings() } });
  const element = h(
    'nav',
    { class: 'places', 'aria-label': t('places.nav'), 'data-test': 'places' },
    h('header', { class: 'brand' }, icon('logo', 'art'), h('p', { class: 'brand-name', tabindex: '-1' }, 'Tafelronde'), button({ label: t('places.new'), icon: 'plus', look: 'bare', test: 'to-start', press: () => around.start() })),
    h('div', { class: 'places-scroll' }, filterBox, directList, groups, none, endedBox),
    h('footer', { class: 'places-foot' }, me),
  );
  const groupViews = new Map();
  const endedViews = new Map();
  const directViews = new Map();
  filter.addEventListener('input', render);

  function render() {
    const all = cafes();
    const many = state.places.size > MANY;
    filterBox.hidden = !many;
    const wanted = many ? filter.value.trim().toLowerCase() : '';
    const fits = (p) => p.title.toLowerCase().includes(wanted);
    const live = all.filter((c) => !c.ended).map((c) => ({ ...c, key: c.cafe, places: c.places.filter(fits) }));
    follow(directList, directViews, [...state.places.values()].filter((p) => p.kind === 'DIRECT').map((p) => ({ key: p.id, place: p })), placeView);
    follow(groups, groupViews, live, cafeView);
    const past = all.filter((c) => c.ended).map((c) => ({ ...c, key: c.cafe }));
    follow(ended, endedViews, past, cafeView);
    endedBox.hidden = !past.length;
    if (past.some((c) => c.places.some((p) => p.id === state.here))) endedBox.open = true;
    const text = wanted && !live.some((c) => c.places.length) ? t('places.none') : '';
    if (none.textContent !== text) none.textContent = text;
    none.hidden = !text;
    const name = state.me.name;
    if (me.dataset.name !== name) {
      me.dataset.name = name;
      me.replaceChildren(h('span', {}, name), icon('settings'));
      me.setAttribute('aria-label', `${name}: ${t('places.settings')}`);
    }
  }

  function cafeView(first) {
    const heading = h('h2', {});
    const list = h('ul', { class: 'place-list', role: 'list' });
    const views = new Map();
    const element = h('section', { class: 'cafe' }, heading, list);
    const update = (c) => {
      if (heading.textContent !== c.title) heading.textContent = c.title;
      element.hidden = !c.places.length;
      follow(list, views, c.places.map((p) => ({ key: p.id, place: p })), placeView);
    };
    update(first);
    return { element, update };
  }

  function placeView(item) {
    const name = h('span', { class: 'place-name' });
    const kind = h('span', { class: 'place-kind' });
    const count = h('span', { class: 'count', 'data-test': 'unread' });
    const link = h('a', { class: 'place', 'data-test': `place-${item.place.id}`, 'data-kind': item.place.kind }, icon(item.place.kind.toLowerCase()), h('span', { class: 'place-words' }, name, kind), count);
    const element = h('li', {}, link);
    link.addEventListener('click', (event) => {
      event.preventDefault();
      around.goTo(item.place.id);
    });
    const update = (next) => {
      const p = next.place;
      const isHere = p.id === state.here;
      const words = p.kind === 'PLENARY' ? t('place.PLENARY') : p.kind === 'DIRECT' ? t('places.you') : p.title;
      const now = [words, p.archived, isHere, p.unread].join('|');
      if (link.dataset.now === now) return;
      link.dataset.now = now;
      link.href = `#/p/${encodeURIComponent(p.id)}`;
      name.textContent = p.kind === 'PLENARY' ? words.charAt(0).toUpperCase() + words.slice(1) : words;
      kind.textContent = p.archived ? t('place.archived') : p.kind === 'DIRECT' ? t('place.DIRECT') : '';
      kind.hidden = !kind.textContent;
      if (isHere) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
      link.classList.toggle('unread', p.unread > 0);
      count.hidden = !p.unread;
      count.replaceChildren(h('span', { 'aria-hidden': 'true' }, p.unread > 99 ? '99+' : String(p.unread)), h('span', { class: 'unseen' }, ` ${t('place.unread', { n: p.unread })}`));
    };
    update(item);
    return { element, update };
  }

  return { element, render, focus: () => (element.querySelector('[aria-current]') ?? element.querySelector('.brand-name')).focus() };
}
