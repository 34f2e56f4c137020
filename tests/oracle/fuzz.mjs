// Differential fuzzer: random documents to the engine and to the reference implementation, whose answers are compared
// (place of the parse error; verdict and places of each rule; data with the order of its keys; errors with places and paths).
// Usage: dotnet build ../Directory.GraphQL.Tests && npm run fuzz -- [documents] [seed]
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { breakCharacters, breakSlightly, createDocument, tokensOf } from './documents.mjs';
import { answer, schema } from './oracle.mjs';
import { createRandom } from './random.mjs';

const count = Number(process.argv[2] ?? 5000);
const seed = Number(process.argv[3] ?? 1);
const shown = 10;

const engine = startEngine();
const figures = { syntax: 0, invalid: 0, requestError: 0, withErrors: 0, withoutErrors: 0, subscription: 0 };
const rules = {};
let disagreements = 0;
for (let i = 0; i < count; i++) {
  const random = createRandom(seed * 1_000_003 + i);
  const item = createDocument(schema, random);
  if (random.chance(0.3)) {
    item.document = (random.chance(0.75) ? breakSlightly : breakCharacters)(item.document, random);
  }

  const expected = canonical(answer(item));
  tally(JSON.parse(expected));
  if (expected !== await engine.ask(item)) {
    disagreements++;
    if (disagreements <= shown) {
      await show(i, await shrink(item));
    }
  }
}

engine.stop();
console.log(`${count} documents, seed ${seed}: ${disagreements} disagreements.`);
console.log(JSON.stringify(figures), JSON.stringify(rules));
process.exitCode = disagreements === 0 ? 0 : 1;

function canonical(result) {
  return JSON.stringify(JSON.parse(JSON.stringify(result)));
}

function tally(result) {
  const kind = result.syntax ? 'syntax' : result.rules ? 'invalid' : result.request ? 'requestError' : result.valid ? 'subscription' : result.errors ? 'withErrors' : 'withoutErrors';
  figures[kind]++;
  for (const rule of Object.keys(result.rules ?? {})) {
    rules[rule] = (rules[rule] ?? 0) + 1;
  }
}

/** Leaves tokens out as long as the two still disagree. */
async function shrink(item) {
  let tokens = tokensOf(item.document);
  const disagree = async (candidate) => canonical(answer({ ...item, document: candidate.join(' ') })) !== await engine.ask({ ...item, document: candidate.join(' ') });
  if (!await disagree(tokens)) {
    return item;
  }

  for (let size = tokens.length >> 1; size > 0; size >>= 1) {
    for (let at = 0; at + size <= tokens.length;) {
      const candidate = tokens.toSpliced(at, size);
      if (candidate.length > 0 && await disagree(candidate)) {
        tokens = candidate;
      } else {
        at += size;
      }
    }
  }

  return { ...item, document: tokens.join(' ') };
}

async function show(index, item) {
  console.log(`--- ${index}\n${item.document}${item.variables ? ` # ${JSON.stringify(item.variables)}` : ''}${item.operation ? ` (operation ${item.operation})` : ''}`);
  console.log(`reference ${canonical(answer(item)).slice(0, 600)}\nengine    ${(await engine.ask(item)).slice(0, 600)}`);
}

function startEngine() {
  const assembly = fileURLToPath(new URL('../Directory.GraphQL.Tests/bin/Debug/net10.0/CenterDirectory.GraphQL.Tests.dll', import.meta.url));
  const child = spawn('dotnet', [assembly, '--serve-test-schema'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const waiting = [];
  createInterface({ input: child.stdout }).on('line', (line) => waiting.shift()(canonical(JSON.parse(line))));
  child.on('exit', () => waiting.forEach((resolve) => resolve('{"crash":"the engine has ended"}')));
  return {
    ask: ({ document, variables, operation }) => new Promise((resolve) => {
      waiting.push(resolve);
      child.stdin.write(`${JSON.stringify({ document, variables, operation })}\n`);
    }),
    stop: () => child.stdin.end(),
  };
}
