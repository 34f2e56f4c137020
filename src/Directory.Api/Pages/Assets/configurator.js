// Without this file the form is sent with its button. With it the result follows each choice, and can be copied with one press.
const form = document.querySelector('#choice');
const status = document.querySelector('#state');
let turn = 0;

async function refresh() {
  const mine = ++turn;
  const address = `${location.pathname}?${new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ''))}`;
  try {
    const response = await fetch(address);
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    if (mine === turn) {
      document.querySelector('#result').replaceWith(document.adoptNode(page.querySelector('#result')));
      history.replaceState(null, '', address);
      status.textContent = status.dataset.done;
      dress();
    }
  } catch {
    status.textContent = status.dataset.failed;
  }
}

/** Colours go through the object model: the policy of this page allows no inline styles. */
function dress() {
  for (const element of document.querySelectorAll('[data-colours]')) {
    for (const [name, value] of Object.entries(JSON.parse(element.dataset.colours))) {
      element.style.setProperty(name, value);
    }
  }

  for (const code of document.querySelectorAll('#result pre')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = status.dataset.copy;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(code.textContent);
      button.textContent = status.dataset.copied;
      setTimeout(() => (button.textContent = status.dataset.copy), 2000);
    });
    code.after(button);
  }
}

let pause;
form.addEventListener('input', () => {
  clearTimeout(pause);
  pause = setTimeout(refresh, 300);
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  refresh();
});
dress();
