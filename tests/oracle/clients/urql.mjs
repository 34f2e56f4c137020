import { readFileSync } from 'node:fs';
import { Client, cacheExchange, fetchExchange } from '@urql/core';

const query = readFileSync(new URL('query.graphql', import.meta.url), 'utf8');

export async function ask(url) {
  const client = new Client({ url, exchanges: [cacheExchange, fetchExchange], preferGetMethod: 'within-url-limit' });
  const { data, error } = await client.query(query, { first: 3 }).toPromise();
  if (error) {
    throw error;
  }

  return data;
}
