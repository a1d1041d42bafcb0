// Starts the real program on a store of its own, and a browser to look at it.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

export const browserPath = process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));

async function freePort() {
  return new Promise((done) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

/** The desk on the sample: what it answers at, and how to stop and start it. `make` makes a store of its own instead, by
 *  commands that it is handed a way to run; it is opened for `author`, with the eyes of `view` where that is given. */
export async function openDesk({ accounts = false, make, author = 'ann', view, key } = {}) {
  const binary = process.env.TEARLINE_BIN;
  if (!binary || !existsSync(binary)) throw new Error('TEARLINE_BIN names no program: build it, or run tests/run.sh');
  const folder = mkdtempSync(join(tmpdir(), 'tearline-desk-'));
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const page = process.env.TEARLINE_PAGE ?? new URL('../dist', import.meta.url).pathname;
  let said = '';
  let child;
  const start = async () => {
    const store = make ? undefined : process.env.TEARLINE_STORE;
    const held = join(folder, 'case.tearline');
    if (make && !existsSync(held)) make(runner(binary, folder, held), folder);
    if (store && !existsSync(held)) (await import('node:fs')).copyFileSync(store, held);
    const signing = key ? ['--key', join(folder, key)] : [];
    const how = accounts
      ? ['--case', held, 'serve', '--no-open', ...signing]
      : store || make
        ? ['--case', held, '--author', author, ...(view ? ['--view-as', view] : []), 'serve', '--no-login', '--no-open', ...signing]
        : ['serve', '--demo', '--no-open'];
    child = spawn(binary, [...how, '--port', String(port), '--page', page], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    said = '';
    child.stdout.on('data', (data) => (said += data));
    child.stderr.on('data', (data) => (said += data));
    // The sample is made first, which a debug build takes its time for.
    for (let i = 0; i < 1200; i++) {
      if (child.exitCode !== null) throw new Error(`the program ended: ${said}`);
      const up = await fetch(`${base}/api/v1/health`).then((answer) => answer.ok, () => false);
      if (up) return;
      await new Promise((done) => setTimeout(done, 250));
    }
    throw new Error(`the desk did not open: ${said}`);
  };
  const stop = async () => {
    if (!child || child.exitCode !== null) return;
    const ended = new Promise((done) => child.once('exit', done));
    child.kill('SIGTERM');
    await ended;
  };
  await start();
  if (accounts) return { base, said: () => said, stop, close: async () => { await stop(); rmSync(folder, { recursive: true, force: true }); } };
  const cases = await (await fetch(`${base}/api/v1/cases`)).json();
  return {
    base,
    caseId: cases.items.find((one) => /lethal arms/.test(one.question))?.id ?? cases.items[0].id,
    start,
    stop,
    get: async (path) => (await fetch(`${base}/api/v1${path}`)).json(),
    close: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Runs commands of the program on a store, and hands back what they print; `--format json` is read. */
function runner(binary, folder, held) {
  return (...words) => {
    const ran = spawnSync(binary, ['--case', held, ...words], { cwd: folder, encoding: 'utf8' });
    if (ran.status !== 0) throw new Error(`${words.join(' ')}: ${ran.stderr}`);
    return words.includes('json') ? JSON.parse(ran.stdout) : ran.stdout;
  };
}

/** A browser without a network but the desk's own. */
export async function openBrowser() {
  return chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] });
}

/** A page of it: what it complains of, and what it asks of others, is kept. */
export async function openPage(browser, desk, { theme = 'light', width = 1440, height = 900 } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: theme, acceptDownloads: true, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(Number(process.env.TEARLINE_PATIENCE ?? 30_000));
  const complaints = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource|ERR_CONNECTION|net::/.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    if (!request.url().startsWith(desk.base) && !/^(blob|data):/.test(request.url())) complaints.push(`asks somebody else: ${request.url()}`);
  });
  return { page, context, complaints };
}

export const axeSource = readFileSync(new URL('../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

/** What axe finds on the page, by the rules of WCAG 2.2 A and AA. */
export async function axe(page) {
  await page.evaluate(axeSource);
  const result = await page.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
  return result.violations.map((one) => `${one.id}: ${one.help} (${one.nodes.length}): ${one.nodes.slice(0, 3).map((node) => node.target.join(' ')).join(' | ')}`);
}
