// The audits of graphql-http against a running server: every MUST and SHOULD has to hold.
//   node audit.mjs [http://localhost:5080/graphql]
import { auditServer } from 'graphql-http';

const url = process.argv[2] ?? 'http://localhost:5080/graphql';
const results = await auditServer({ url });
for (const result of results.filter(({ status }) => status !== 'ok')) {
  console.log(`${result.status.toUpperCase()} ${result.id} ${result.name}: ${result.reason}`);
}

const count = status => results.filter(result => result.status === status).length;
console.log(`${count('ok')} of ${results.length} hold; errors ${count('error')} (MUST), warnings ${count('warn')} (SHOULD), notices ${count('notice')} (MAY).`);
process.exitCode = count('error') + count('warn') === 0 ? 0 : 1;
