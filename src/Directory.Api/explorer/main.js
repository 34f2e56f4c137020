import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './explorer.css';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { getOperationAST } from 'graphql';
import { createClient } from 'graphql-sse';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';

const url = '/graphql';

// One tab each; the small page without Node offers the same files.
const queries = Object.entries(import.meta.glob('../Pages/Queries/*.graphql', { query: '?raw', import: 'default', eager: true }))
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([, query]) => ({ query }));

// A link to the explorer may carry a query, as the addresses of GET requests do.
const address = new URLSearchParams(location.search);
const linked = address.has('query')
  ? [{ query: address.get('query'), variables: address.get('variables') ?? undefined }]
  : [];

const http = createGraphiQLFetcher({ url });
const events = createClient({ url, retryAttempts: 0 });

/** Queries go by POST; subscriptions are streams of server-sent events. */
function fetcher(request, options) {
  const operation = options?.documentAST && getOperationAST(options.documentAST, request.operationName);
  return operation?.operation === 'subscription' ? events.iterate(request) : http(request, options);
}

createRoot(document.getElementById('explorer')).render(
  createElement(GraphiQL, { fetcher, defaultTabs: linked.length > 0 ? linked : queries, shouldPersistHeaders: false }),
);
