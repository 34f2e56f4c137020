// Apollo Client with automatic persisted queries by GET: the hash alone first, then with the document.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, gql } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';

const query = gql(readFileSync(new URL('query.graphql', import.meta.url), 'utf8'));

export async function ask(uri) {
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: ApolloLink.from([
      new PersistedQueryLink({ sha256: text => createHash('sha256').update(text).digest('hex'), useGETForHashedQueries: true }),
      new HttpLink({ uri }),
    ]),
  });
  let data;
  for (let i = 0; i < 2; i++) {
    ({ data } = await client.query({ query, variables: { first: 3 }, fetchPolicy: 'no-cache' }));
  }

  client.stop();
  return data;
}
