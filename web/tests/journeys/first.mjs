// From the first run to a signed release in one sitting, on a new house with accounts: set up, open, collect, accept, state,
// weigh, draft, look at the other side, ask whose report it is, have it approved by somebody else, issue, verify.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { openDesk, openPage } from '../desk.mjs';
import { assert, sees } from './ask.mjs';

const report = 'The ministry of Corvania said on Monday that it would send shells to Vessia in May. A spokesman denied that drones were promised.\n';
const [first, second] = ['a long enough password', 'another long password'];

async function signIn(page, name, password) {
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL(/\/login/);
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/login'));
}

export const fromTheFirst = {
  'from the first run to a signed release in one sitting': async ({ context }) => {
    let folder = '';
    const make = (run, at) => {
      folder = at;
      writeFileSync(join(at, 'report.txt'), report);
      run('--author', 'ann', 'case', 'new', 'What is on the desk today?', '--marking', 'TLP:CLEAR');
      run('key', 'new', 'signing');
    };
    const house = await openDesk({ accounts: true, make, key: 'signing' });
    const { page, context: own } = await openPage(context.browser(), house);
    try {
      await page.goto(house.base);
      await page.waitForURL(/\/setup/);
      await page.getByLabel('The word that the server printed').fill(/code (\S+)/.exec(house.said())[1]);
      await page.getByLabel('Your name, as it stands in the log').fill('ann');
      await page.getByLabel('Password, at least 12 letters').fill(first);
      await page.getByLabel('The same once more').fill(first);
      await page.getByRole('button', { name: 'Make the account' }).click();
      await sees(page, 'you are signed in');
      // Somebody else, who will approve.
      await page.getByRole('link', { name: 'Administration' }).click();
      await page.getByRole('link', { name: 'Accounts' }).click();
      await page.getByRole('button', { name: 'New account' }).click();
      await page.getByLabel('Name, as it will stand in the log').fill('ben');
      await page.getByLabel(/^First password/).fill(second);
      await page.getByLabel('reviewer').check();
      await page.getByLabel('owner', { exact: true }).check();
      await page.getByRole('button', { name: 'Make it' }).click();
      await sees(page, 'ben', 'tbody');
      // He also speaks for those whose report it is.
      await page.goto(`${house.base}/register/mandates`);
      await page.getByRole('button', { name: /[Mm]andate/ }).first().click();
      await page.getByLabel('Who', { exact: true }).fill('ben');
      await page.getByLabel('What they do').selectOption('owner');
      await page.getByLabel('Of which owner').fill('Desk East');
      await page.getByLabel('Why', { exact: true }).fill('it is his desk');
      await page.locator('dialog[open] button.main').click();
      await sees(page, 'Desk East', 'tbody');
      await page.goto(house.base);
      await page.getByRole('button', { name: 'New case' }).click();
      await page.getByLabel(/^The question/).fill('Will Corvania send shells to Vessia by the end of May 2030?');
      await page.getByRole('button', { name: 'Open', exact: true }).click();
      await page.waitForURL(/\/case\/[0-9a-f-]{36}/);
      const at = page.url();
      await page.goto(`${at}/reports`);
      await page.getByRole('button', { name: 'Collect files' }).first().click();
      await page.locator('dialog[open] input[type=file]').setInputFiles(join(folder, 'report.txt'));
      await page.getByLabel(/^Whose it is/).fill('Desk East');
      await page.getByLabel('How it is guarded').selectOption('sensitive');
      await page.getByRole('button', { name: /^Collect 1/ }).click();
      await sees(page, 'added with', 'dialog[open]');
      await page.keyboard.press('Escape');
      await page.locator('tbody tr a').first().click();
      await page.locator('article [data-claim]').first().waitFor();
      await page.keyboard.press('j');
      await page.keyboard.press('a');
      await sees(page, /[Aa]ccepted/);
      await page.goto(at);
      for (const [button, key, words] of [['State a hypothesis', 'shells', 'Corvania sends shells by the end of May'], ['State another hypothesis', 'nothing', 'Corvania sends nothing by then']]) {
        await page.getByRole('button', { name: button }).first().click();
        await page.getByLabel(/^Its short word/).fill(key);
        await page.getByLabel('What it says').fill(words);
        await page.getByRole('button', { name: 'State it', exact: true }).click();
        await page.locator('dialog[open]').waitFor({ state: 'detached' });
      }
      await page.goto(`${at}/claims`);
      await page.locator('tbody tr').filter({ hasText: 'send shells' }).first().waitFor();
      await page.keyboard.press('s');
      await page.getByRole('link', { name: 'Enter as evidence' }).click();
      await page.getByLabel('The origin: who or what it is from').fill('the ministry of Corvania');
      await page.getByLabel('shells, from').fill('60');
      await page.getByLabel('shells, to').fill('80');
      await page.getByLabel('nothing, from').fill('20');
      await page.getByLabel('nothing, to').fill('30');
      await page.getByLabel('Why it bears on them so').fill('a ministry seldom announces what it will not do');
      await page.getByRole('button', { name: 'Enter it' }).click();
      await page.getByRole('button', { name: 'the ministry of Corvania' }).waitFor();
      await page.goto(`${at}/claims`);
      await page.locator('tbody tr').filter({ hasText: 'send shells' }).first().waitFor();
      await page.keyboard.press('s');
      await page.getByRole('link', { name: 'Say it to somebody' }).click();
      await page.getByLabel('What it is for').fill('Say what was announced');
      await page.getByLabel('The way it goes').fill('press background');
      await page.getByRole('button', { name: 'Propose it' }).click();
      await page.waitForURL(/\/disclose\/[0-9a-f-]{36}/);
      const draft = page.url().split('?')[0];
      await page.getByLabel('The words').fill('The ministry of Corvania said that it would send shells to Vessia.');
      await page.getByRole('button', { name: 'Draft the line' }).click();
      await sees(page, 'it would send shells to Vessia.', '.line');
      await page.getByRole('link', { name: 'The other side' }).click();
      await sees(page, 'no cover is asked for');
      await page.goto(draft);
      await page.getByRole('button', { name: 'Ask them' }).click();
      await page.getByLabel('What it is for, as they are told').fill('to say it before the vote');
      await page.getByRole('button', { name: 'Ask the owners' }).click();
      await sees(page, 'The owners are asked.');
      await signIn(page, 'ben', second);
      await page.goto(draft);
      await page.getByRole('button', { name: 'answer for them' }).click();
      await page.getByRole('button', { name: 'Answer for Desk East' }).click();
      await sees(page, 'Desk East: it may be said.');
      await page.getByRole('button', { name: 'Approve', exact: true }).click();
      await page.getByRole('button', { name: 'Approve this draft' }).click();
      await sees(page, 'Ready to issue');
      await signIn(page, 'ann', first);
      await page.goto(draft);
      await page.getByRole('button', { name: 'Issue', exact: true }).click();
      await page.getByRole('button', { name: 'Issue it as a signed packet' }).click();
      await sees(page, 'Issued. The packet stands under Packet.');
      const path = new URL(draft).pathname.replace('/case/', '/api/v1/cases/').replace('/disclose/', '/disclosures/');
      const packet = await page.evaluate(async (from) => (await fetch(from)).json(), `${path}/packet`);
      assert.ok(packet.length > 3);
      const files = packet.map(({ name, base64 }) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(base64, 'base64') }));
      await page.goto(`${house.base}/verify`);
      await page.getByLabel('All files of the packet').setInputFiles(files);
      await page.getByLabel('or its file').setInputFiles(join(folder, 'signing.pub'));
      await page.getByRole('button', { name: 'Verify', exact: true }).click();
      await sees(page, 'Verified', '.yes');
      await sees(page, 'it would send shells to Vessia.', '.yes');
    } catch (failure) {
      await page.screenshot({ path: new URL('../seen/failed-first.png', import.meta.url).pathname }).catch(() => {});
      throw failure;
    } finally {
      await own.close();
      await house.close();
    }
  },
};
