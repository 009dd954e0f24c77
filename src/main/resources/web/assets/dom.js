/** Building the page. Text only ever goes in as text, so nothing that people write can turn into markup. */

const SVG = 'http://www.w3.org/2000/svg';

/**
 * An element. Attributes: `on` = {event: handler}, `class`, booleans and strings; null and false are left out.
 * Children: nodes, strings, arrays of them; null and false are left out.
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === 'on') {
      for (const [event, handler] of Object.entries(value)) element.addEventListener(event, handler);
    } else if (name === 'value') {
      element.value = value;
    } else {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  element.append(...children.flat(3).filter((c) => c !== null && c !== undefined && c !== false));
  return element;
}

/** Brings the pictures into the page, so that they are there when the line is not. */
export async function loadIcons() {
  const response = await fetch('/web/assets/icons.svg');
  const sprite = new DOMParser().parseFromString(await response.text(), 'image/svg+xml').documentElement;
  sprite.setAttribute('class', 'unseen');
  sprite.setAttribute('aria-hidden', 'true');
  document.body.append(document.importNode(sprite, true));
}

/** A picture of the sprite; it says nothing by itself, the words beside it do. */
export function icon(name, kind = 'icon') {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', `${kind} ${kind}-${name}`);
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('focusable', 'false');
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', `#i-${name}`);
  svg.append(use);
  return svg;
}

/** A button with words, an icon, or both; `label` names a button without words. */
export function button({ words, label, icon: picture, look = 'plain', test, press, ...rest }) {
  return h(
    'button',
    { type: 'button', class: `button ${look}`, 'aria-label': label, title: words ? null : label, 'data-test': test, on: press ? { click: press } : {}, ...rest },
    picture && icon(picture),
    words !== undefined && h('span', {}, words),
  );
}

/**
 * Makes a list's children follow `items`, keeping the elements of what stayed: an element with focus or a half-written answer
 * in it is not moved or rebuilt.
 *
 * @param views Map of key to {element, update(item)}; kept between calls
 * @param make item -> {element, update(item)}
 */
export function follow(list, views, items, make) {
  const wanted = new Set(items.map((i) => i.key));
  for (const [key, view] of views) {
    if (!wanted.has(key)) {
      view.element.remove();
      view.gone?.();
      views.delete(key);
    }
  }
  let next = list.firstElementChild;
  for (const item of items) {
    let view = views.get(item.key);
    if (view) {
      view.update?.(item);
    } else {
      view = make(item);
      views.set(item.key, view);
    }
    if (view.element === next) {
      next = next.nextElementSibling;
    } else {
      list.insertBefore(view.element, next);
    }
  }
}

/** Says something to who listens to the page: politely, and many things at once as one. */
export function announce(text) {
  const announcer = document.getElementById('announcer');
  announcer.textContent = '';
  // A change that comes in the same breath as its clearing is not read out.
  setTimeout(() => (announcer.textContent = text), 60);
}

export function newKey() {
  if (crypto.randomUUID) return crypto.randomUUID();
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, '0')).join('');
}

/** Wide enough for the answers beside the stream. */
export const wide = window.matchMedia('(min-width: 70em)');
/** A phone: one thing at a time. */
export const narrow = window.matchMedia('(max-width: 47.99em)');
/** A finger and no keyboard: Enter makes a new line. */
export const touch = window.matchMedia('(hover: none) and (pointer: coarse)');
