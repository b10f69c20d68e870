// Runs graphql-http's audits of the GraphQL over HTTP specification against an address: node audit.mjs URL
import { serverAudits } from 'graphql-http';

let failed = 0;
const audits = serverAudits({ url: process.argv[2] });
for (const audit of audits) {
  const result = await audit.fn();
  if (result.status === 'ok') continue;
  failed++;
  console.log(`${result.status}: ${audit.id} ${audit.name}: ${result.reason}`);
}
console.log(`${audits.length - failed} of ${audits.length} audits`);
