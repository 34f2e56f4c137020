/**
 * An element. Text stays text: nothing that the directory says is ever read as markup, so a page that demands Trusted Types has nothing to
 * object to.
 */
function h(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? '' : value);
    }
  }

  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ''));
  return element;
}

/** A link, or its text alone where the address is none that a visitor should follow. */
function link(href, text, attributes) {
  const isSafe = typeof href === 'string' && /^(https?:|mailto:|tel:|webcal:)/i.test(href);
  return isSafe ? h('a', { href, rel: 'noopener', ...attributes }, text) : h('span', null, text);
}
