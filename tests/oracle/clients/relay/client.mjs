import relay from 'relay-runtime';
import query from '../generated/relay/clientCentersQuery.graphql.js';

const { Environment, Network, RecordSource, Store, fetchQuery } = relay;

export async function ask(url) {
  const environment = new Environment({
    store: new Store(new RecordSource()),
    network: Network.create(async ({ text }, variables) => {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
        body: JSON.stringify({ query: text, variables }),
      });
      return response.json();
    }),
  });
  return fetchQuery(environment, query, { first: 3 }).toPromise();
}
