// The client that subscribes, here with a query: one event, then the end.
import { readFileSync } from 'node:fs';
import { createClient } from 'graphql-sse';

const query = readFileSync(new URL('query.graphql', import.meta.url), 'utf8');

export async function ask(url) {
  const answers = [];
  for await (const answer of createClient({ url, retryAttempts: 0 }).iterate({ query, variables: { first: 3 } })) {
    answers.push(answer);
  }

  if (answers.length !== 1 || answers[0].errors) {
    throw new Error(JSON.stringify(answers));
  }

  return answers[0].data;
}
