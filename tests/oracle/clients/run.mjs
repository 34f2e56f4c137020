// Code generators and clients, one after another; each ends in the same answer or in an error.
//   node run.mjs [http://localhost:5080/graphql]
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import assert from 'node:assert/strict';

const url = process.argv[2] ?? 'http://localhost:5080/graphql';
const run = (file, ...args) => execFileSync(file, args, { cwd: import.meta.dirname, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, GRAPHQL_URL: url } });
const bin = name => `node_modules/.bin/${name}`;

rmSync(`${import.meta.dirname}/generated`, { recursive: true, force: true });
for (const schema of ['file', 'server']) {
  run(bin('graphql-codegen'), '--config', `codegen.${schema}.mjs`);
  run(bin('tsc'), '--project', `typed/tsconfig.${schema}.json`);
  console.log(`graphql-codegen: a typed client from the ${schema === 'file' ? 'committed schema' : 'running server'}`);
}

mkdirSync(`${import.meta.dirname}/generated/relay`);
run(bin('relay-compiler'), 'relay.config.json');
console.log('relay-compiler: the query of the Relay client');

const clients = {
  'typed client': async () => (await import('./generated/server/out/typed/client.js')).ask(url),
  'Apollo Client': async () => (await import('./apollo.mjs')).ask(url),
  Relay: async () => (await import('./relay/client.mjs')).ask(url),
  urql: async () => (await import('./urql.mjs')).ask(url),
  'graphql-sse': async () => (await import('./sse.mjs')).ask(url),
};
let expected;
for (const [name, ask] of Object.entries(clients)) {
  const { centers } = JSON.parse(JSON.stringify(await ask(), (key, value) => (key.startsWith('__') ? undefined : value)));
  assert.equal(centers.nodes.length, 3, name);
  assert.ok(centers.totalCount > 3 && centers.pageInfo.hasNextPage, name);
  expected ??= centers;
  assert.deepEqual(centers, expected, name);
  console.log(`${name}: ${centers.nodes.length} of ${centers.totalCount} centers`);
}
