// The query page: sends what is in the boxes to the API and shows the answer. Queries are answered once, subscriptions as a stream of events.
'use strict';

const form = document.getElementById('ask');
const query = document.getElementById('query');
const variables = document.getElementById('variables');
const stop = document.getElementById('stop');
const state = document.getElementById('state');
const errors = document.getElementById('errors');
const result = document.querySelector('#result code');
let running = null;

for (const button of document.querySelectorAll('[data-query]')) {
  button.addEventListener('click', () => {
    query.value = button.dataset.query;
    variables.value = '';
    query.focus();
    query.scrollIntoView({ block: 'nearest' });
  });
}

form.addEventListener('submit', event => {
  event.preventDefault();
  ask();
});

form.addEventListener('keydown', event => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    form.requestSubmit();
  }
});

stop.addEventListener('click', () => running?.abort());

// A link with a query is a question already. It is asked by GET, which changes nothing whatever a link says.
const address = new URLSearchParams(location.search);
if (address.has('query')) {
  query.value = address.get('query');
  variables.value = address.get('variables') ?? '';
  ask('GET');
}

/** Asks once; an earlier question that still runs is given up. */
async function ask(method = 'POST') {
  let given = null;
  try {
    given = variables.value.trim() === '' ? null : JSON.parse(variables.value);
  } catch (problem) {
    say(`${form.dataset.variables} ${problem.message}`);
    return;
  }

  running?.abort();
  const own = (running = new AbortController());
  const began = performance.now();
  errors.replaceChildren();
  result.textContent = '';
  say(form.dataset.asking);
  stop.hidden = false;
  try {
    const response = await send(method, given, own.signal);
    if (response.headers.get('content-type')?.startsWith('text/event-stream')) {
      await listen(response.body, own.signal);
    } else {
      const answer = await response.json();
      own.signal.throwIfAborted();
      show(answer);
      if (errors.childElementCount === 0) {
        say(`${form.dataset.answered} ${Math.round(performance.now() - began)}`);
      }
    }
  } catch (problem) {
    // A newer question has taken over the boxes: what becomes of this one is nobody's concern.
    if (running !== own) {
      return;
    }

    say(own.signal.aborted ? form.dataset.stopped : `${form.dataset.failed} ${problem.message}`);
  } finally {
    if (running === own) {
      stop.hidden = true;
    }
  }
}

function send(method, given, signal) {
  const accept = 'application/graphql-response+json, text/event-stream;q=0.5';
  if (method === 'GET') {
    const parameters = new URLSearchParams({ query: query.value, variables: JSON.stringify(given) });
    return fetch(`/graphql?${parameters}`, { signal, headers: { accept } });
  }

  const body = JSON.stringify({ query: query.value, variables: given });
  return fetch('/graphql', { method, signal, headers: { 'content-type': 'application/json', accept }, body });
}

/** Shows the newest message of a stream until it ends (graphql-sse, distinct connections). */
async function listen(body, signal) {
  let text = '';
  let count = 0;
  say(`${form.dataset.listening} 0`);
  for await (const chunk of chunks(body.pipeThrough(new TextDecoderStream()))) {
    signal.throwIfAborted();
    const events = (text + chunk).split('\n\n');
    text = events.pop();
    for (const event of events) {
      const data = /^event: next\ndata: (.*)$/m.exec(event)?.[1];
      if (data !== undefined) {
        say(`${form.dataset.listening} ${++count}`);
        show(JSON.parse(data));
      }
    }
  }
}

/** Not every browser can iterate a stream by itself. */
async function* chunks(stream) {
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    yield next.value;
  }
}

function show(answer) {
  errors.replaceChildren(
    ...(answer.errors ?? []).map(error => {
      const item = document.createElement('li');
      const place = error.path ? error.path.join('.') : (error.locations ?? []).map(at => `${at.line}:${at.column}`).join(', ');
      item.textContent = [place, error.message, error.extensions?.code && `(${error.extensions.code})`].filter(Boolean).join(' ');
      return item;
    }),
  );
  if (answer.errors) {
    say(form.dataset.refused);
  }

  result.textContent = JSON.stringify(answer, null, 2);
}

function say(text) {
  state.textContent = text;
}
