// What goes wrong is shown, and nothing that was typed is lost.
import { assert, elsewhere, freshReport, sees } from './ask.mjs';

export const trouble = {
  'the session ends in the middle of an edit: the text is kept': async ({ page, at, desk }) => {
    const [document, claims] = await freshReport(desk, 2);
    await page.goto(`${at}/reports/${document}?claim=${claims[0].claim}`);
    await page.locator('aside [aria-current]').waitFor();
    await page.keyboard.press('e');
    await page.getByLabel('Stance').selectOption('doubts');
    await page.getByLabel('Why', { exact: true }).fill('long words that took a while');
    let ended = true;
    await page.route('**/reviews', (route) => (ended ? route.fulfill({ status: 401, contentType: 'application/problem+json', body: JSON.stringify({ type: 'about:blank', title: 'Unauthorized', status: 401, code: 'not-logged-in', detail: 'your session has ended', hint: 'sign in again' }) }) : route.continue()));
    await page.route('**/api/v1/login', (route) => route.fulfill({ status: 204 }));
    await page.getByRole('button', { name: 'State it so' }).click();
    await page.getByRole('dialog', { name: 'Your session has ended' }).waitFor();
    ended = false;
    await page.getByLabel('Password').fill('whatever it was');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await sees(page, 'Signed in again');
    assert.equal(await page.getByLabel('Why', { exact: true }).inputValue(), 'long words that took a while');
    await page.getByRole('button', { name: 'State it so' }).click();
    await sees(page, 'What was read stays beside it');
  },

  'the wire breaks in the middle of an upload: the file waits, and is sent again': async ({ page, at }) => {
    await page.goto(`${at}/reports`);
    await page.getByRole('button', { name: 'Collect files' }).first().click();
    let broken = true;
    await page.route('**/uploads?**', (route) => (broken ? route.abort('connectionreset') : route.continue()));
    await page.locator('dialog[open] input[type=file]').setInputFiles({ name: 'broken.txt', mimeType: 'text/plain', buffer: Buffer.from('A harbour master said on Tuesday that the cranes stood still.\n') });
    await page.getByRole('button', { name: /^Collect 1/ }).click();
    await sees(page, 'the server does not answer', 'dialog[open]');
    broken = false;
    await page.getByRole('button', { name: /Send 1 again/ }).click();
    await sees(page, 'added with', 'dialog[open]');
  },

  'the server goes away and comes back: it is said, and the screen goes on by itself': async ({ page, at, desk }) => {
    await page.goto(`${at}/reports`);
    await page.locator('tbody tr').first().waitFor();
    await desk.stop();
    await page.getByRole('link', { name: 'Roots', exact: true }).click();
    await sees(page, 'The server does not answer', '[role=alert]');
    await desk.start();
    await page.locator('.edges li').first().waitFor({ timeout: 30_000 });
    assert.equal(await page.locator('.wire').count(), 0);
  },

  'two people review one claim: the later sees the earlier': async ({ page, at, desk }) => {
    const [document, claims] = await freshReport(desk, 3);
    await page.goto(`${at}/reports/${document}?claim=${claims[0].claim}`);
    await page.locator('aside [aria-current]').waitFor();
    await page.keyboard.press('e');
    await page.getByLabel('Stance').selectOption('hopes');
    await elsewhere(desk, 'POST', `/cases/${desk.caseId}/claims/${claims[0].claim}/reviews`, { verdict: 'accept', seen: 0, why: 'it says so' });
    await sees(page, 'changed this in the meantime');
    await page.getByRole('button', { name: 'Go on with mine' }).click();
    await page.getByRole('button', { name: 'State it so' }).click();
    await sees(page, 'What was read stays beside it');
  },

  'a clock that is wrong is told': async ({ page, at }) => {
    await page.route('**/api/v1/me', async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, headers: { ...answer.headers(), date: new Date(Date.now() + 26 * 60_000).toUTCString() } });
    });
    await page.route('**/api/v1/cases/**', async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, headers: { ...answer.headers(), date: new Date(Date.now() + 26 * 60_000).toUTCString() } });
    });
    await page.goto(`${at}/log`);
    await sees(page, /clock is 2[56] minutes behind/);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  },
};
