// Says how heavy the desk is, gzipped: what is needed before the first page, and what comes later. Fails over the bar.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const bar = 250_000;
const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'));
const weight = (file) => gzipSync(readFileSync(`dist/${file}`)).length;
const first = new Set();
const walk = (key) => {
  const entry = manifest[key];
  for (const file of [entry.file, ...(entry.css ?? [])]) first.add(file);
  for (const other of entry.imports ?? []) walk(other);
};
walk('index.html');
// The style sheet is one for all rooms.
if (manifest['style.css']) first.add(manifest['style.css'].file);
const everything = new Set(Object.values(manifest).flatMap((entry) => [entry.file, ...(entry.css ?? [])]));
const before = [...first].reduce((sum, file) => sum + weight(file), 0);
const later = [...everything].filter((file) => !first.has(file)).reduce((sum, file) => sum + weight(file), 0);
console.log(`the desk: ${(before / 1000).toFixed(1)} kB gzipped before the first page (bar ${bar / 1000}), ${(later / 1000).toFixed(1)} kB later`);
if (before > bar) process.exit(1);
