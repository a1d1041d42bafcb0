// Makes the types of the API from its contract. With --check it only says whether they are fresh.
import { readFileSync, writeFileSync } from 'node:fs';
import openapi, { astToString } from 'openapi-typescript';

const contract = new URL('../../docs/openapi.json', import.meta.url);
const made = new URL('../src/api/openapi.d.ts', import.meta.url);
const head = '// Made from docs/openapi.json by `npm run types`; not to be edited.\n';
const described = JSON.parse(readFileSync(contract, 'utf8'));
// The screens use shapes. Addresses stand in `http.ts` and `acts.ts`, and examples are for people who read the contract.
described.paths = {};
const bare = (value) => {
  if (value && typeof value === 'object') {
    delete value.example;
    Object.values(value).forEach(bare);
  }
};
bare(described.components);
const text = head + astToString(await openapi(described, { alphabetize: true }));
if (process.argv.includes('--check')) {
  if (readFileSync(made, 'utf8') !== text) {
    console.error('src/api/openapi.d.ts is not what docs/openapi.json makes: run `npm run types`');
    process.exit(1);
  }
  console.log('the types of the API are fresh');
} else writeFileSync(made, text);
