// Answers every golden case and writes the answers beside them: tests/Directory.GraphQL.Tests/Golden/Answers.
// Usage: npm ci && npm run generate
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync, mkdirSync } from 'node:fs';
import { getIntrospectionQuery } from 'graphql';
import { readCases } from './cases.mjs';
import { nullBubbling } from './null-bubbling.mjs';
import { answer } from './oracle.mjs';

const folder = new URL('../Directory.GraphQL.Tests/Golden/', import.meta.url);
const write = (name, text) => writeFileSync(new URL(name, folder), text);
mkdirSync(new URL('Answers/', folder), { recursive: true });

write('null-bubbling.lines', nullBubbling());
write('introspection-full.graphql', `# The query that tools send, as graphql ${'17.1'} writes it.\n${getIntrospectionQuery({
  descriptions: true, specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true, inputValueDeprecation: true, oneOf: true,
}).replace(/\n{2,}/g, '\n').trim()}\n`);

let total = 0;
for (const name of readdirSync(folder).filter((file) => /\.(lines|graphql)$/.test(file)).sort()) {
  const cases = readCases(name, readFileSync(new URL(name, folder), 'utf8'));
  const answers = cases.map((item) => JSON.stringify({ case: keyOf(item), ...answer(item) }));
  write(`Answers/${name}.jsonl`, answers.map((line) => `${line}\n`).join(''));
  total += cases.length;
}

console.log(`${total} cases answered.`);

/** A few digits of a hash: an answer to another document than the one beside it is found out. */
function keyOf({ document, variablesText, operation }) {
  return createHash('sha256').update(Buffer.from(`${document}|${variablesText ?? ''}|${operation ?? ''}`, 'utf16le')).digest('hex').slice(0, 8);
}
