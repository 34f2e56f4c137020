// Compiles only if the generated types fit the query, and the query the schema.
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { CentersDocument, type CentersQuery } from '#generated/graphql.js';

async function send<TData, TVariables>(url: string, document: TypedDocumentNode<TData, TVariables>, variables: TVariables): Promise<TData> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query: print(document), variables }),
  });
  const answer = (await response.json()) as { data?: TData; errors?: unknown[] };
  if (!response.ok || answer.errors || !answer.data) {
    throw new Error(JSON.stringify(answer));
  }

  return answer.data;
}

export async function ask(url: string): Promise<CentersQuery> {
  const data = await send(url, CentersDocument, { first: 3 });
  const names: string[] = data.centers.nodes.map(node => node.displayName);
  const territory: string | undefined = data.centers.nodes[0]?.territory?.name;
  // @ts-expect-error The name of a territory may be missing: nobody said where the center is.
  const certain: string = data.centers.nodes[0]?.territory.name;
  void [names, territory, certain];
  return data;
}
