// Refuses what the policy of the pages, or the house, refuses: text from the server as HTML, styles in markup, addresses of
// others, files that grew too long or do not say why they are there.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const most = 320;
const faults = [];
const walk = (folder) => {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) walk(path);
    else if (/\.(svelte|ts|css|mjs)$/.test(entry.name)) look(path);
  }
};
function look(path) {
  const text = readFileSync(path, 'utf8');
  const lines = text.split('\n');
  const made = path.endsWith('openapi.d.ts');
  const fault = (at, what) => faults.push(`${path}:${at}: ${what}`);
  if (!made && lines.length > most) fault(most, `${lines.length} lines: cut it in two, one concept one file`);
  if (!made && !/^(\/\/|\/\*|<script[^>]*>\n {2}\/\/|import \{ expect)/.test(text)) fault(1, 'does not begin by saying why it is there');
  lines.forEach((line, i) => {
    if (line.includes('{@html')) fault(i + 1, '{@html}: text is never markup');
    if (/\.(innerHTML|outerHTML)\s*=|insertAdjacentHTML|document\.write/.test(line)) fault(i + 1, 'text is never markup');
    if (path.endsWith('.svelte') && /<[a-z][^>]*\sstyle="/.test(line)) fault(i + 1, 'style in markup: the policy refuses it; use style:name={…} or a class');
    if (/https?:\/\//.test(line) && !/www\.w3\.org\/|127\.0\.0\.1/.test(line)) fault(i + 1, 'an address of somebody else');
    if (/\b(eval|new Function)\(/.test(line)) fault(i + 1, 'the policy refuses eval');
  });
}
walk('src');
if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}
console.log('tidy');
