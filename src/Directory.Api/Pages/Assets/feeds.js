// Makes the page of feeds more convenient; without it the form and the addresses work all the same.
'use strict';

const form = document.getElementById('filters');
const said = document.getElementById('said');

const copy = async button => {
  const field = document.getElementById(button.dataset.copy);
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    // No clipboard without https: the address is marked, and this old way needs no permission.
    document.execCommand('copy');
  }
  const text = button.textContent;
  button.textContent = button.dataset.copied;
  said.textContent = button.dataset.copied;
  setTimeout(() => { button.textContent = text; }, 2000);
};

const prepare = root => {
  for (const button of root.querySelectorAll('[data-copy]')) {
    button.hidden = false;
    button.addEventListener('click', () => copy(button));
  }
};

const addressOf = () => {
  const chosen = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (value !== '') chosen.append(name, value);
  }
  return `${form.action}?${chosen}`;
};

let asked;
const refresh = async () => {
  asked?.abort();
  asked = new AbortController();
  const address = addressOf();
  try {
    const answer = await fetch(address, { signal: asked.signal });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const main = document.getElementById('main');
    for (const id of ['preview', 'links', 'result']) {
      document.getElementById(id)?.remove();
    }
    for (const id of ['result', 'preview', 'links']) {
      const part = page.getElementById(id);
      if (part) {
        main.append(part);
        prepare(part);
      }
    }
    history.replaceState(null, '', address);
    said.textContent = page.getElementById('result') ? '' : form.dataset.updated;
  } catch (error) {
    if (error.name !== 'AbortError') form.submit();
  }
};

let waiting;
form.addEventListener('input', event => {
  clearTimeout(waiting);
  // Who types is not asked after each letter.
  waiting = setTimeout(refresh, ['text', 'search'].includes(event.target.type) ? 600 : 50);
});
form.addEventListener('submit', event => {
  event.preventDefault();
  clearTimeout(waiting);
  refresh();
});

prepare(document);
