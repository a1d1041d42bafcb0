// Disclosing: propose, draft, two people on one line, the ways, the packet.
import { assert, elsewhere, sees } from './ask.mjs';

async function proposed(desk, purpose) {
  const { items } = await desk.get(`/cases/${desk.caseId}/claims?stance=denies&limit=3`);
  const made = await elsewhere(desk, 'POST', `/cases/${desk.caseId}/disclosures`, { purpose, audience: 'public', channel: 'press background' });
  await elsewhere(desk, 'POST', `/cases/${desk.caseId}/disclosures/${made.id}/lines`, { text: 'The ministry denied it.', claims: [items[0].claim] });
  return made.id;
}

export const disclosing = {
  'a disclosure is proposed from claims, and drafted with a line': async ({ page, at }) => {
    await page.goto(`${at}/claims?stance=denies`);
    await page.locator('tbody tr').first().waitFor();
    await page.keyboard.press('s');
    await page.getByRole('link', { name: 'Say it to somebody' }).click();
    await page.getByLabel('What it is for').fill('Say what was denied');
    await page.getByLabel('The way it goes').fill('press background');
    await page.getByRole('button', { name: 'Propose it' }).click();
    await page.waitForURL(/\/disclose\/[0-9a-f-]{36}/);
    await page.getByLabel('The words').fill('China’s embassy said that it knew of no request.');
    await page.getByRole('button', { name: 'Draft the line' }).click();
    await sees(page, 'China’s embassy said that it knew of no request.', '.line');
    await sees(page, 'independent root', '.line');
    await page.getByRole('link', { name: 'Packet' }).click();
    await sees(page, 'China’s embassy said', '.packet');
    await page.getByRole('link', { name: 'Ways to say it' }).click();
    await page.getByRole('button', { name: /^Choose.*Warn in private/ }).click();
    await page.getByLabel('Why', { exact: true }).fill('they can still turn back');
    await page.getByRole('button', { name: 'Choose this way' }).click();
    await sees(page, 'chosen', 'thead');
  },

  'two people change one line: the later sees the earlier, and loses no word': async ({ page, at, desk }) => {
    const id = await proposed(desk, 'Two on one line');
    await page.goto(`${at}/disclose/${id}`);
    await page.getByRole('button', { name: 'Reword' }).click();
    await page.getByLabel('The words of line 1').fill('The ministry said that it was not so.');
    const shown = await desk.get(`/cases/${desk.caseId}/disclosures/${id}`);
    const line = shown.of_lines[0];
    await elsewhere(desk, 'PUT', `/cases/${desk.caseId}/disclosures/${id}/lines/${line.id}`, { text: 'The ministry denied all of it.', claims: line.claims, seen: line.text, why: 'clearer' });
    await page.getByRole('button', { name: 'Say it so' }).click();
    await sees(page, 'changed this in the meantime');
    await sees(page, 'The ministry denied all of it.', '.conflict');
    assert.equal(await page.getByLabel('The words of line 1').inputValue(), 'The ministry said that it was not so.');
    await page.getByRole('button', { name: 'Go on with mine' }).click();
    await page.getByRole('button', { name: 'Say it so' }).click();
    await sees(page, 'The ministry said that it was not so.', '.line .text');
  },

  'whoever wrote it cannot approve it, and is told who can': async ({ page, at, desk }) => {
    const id = await proposed(desk, 'Approve my own');
    await page.goto(`${at}/disclose/${id}`);
    await page.getByRole('button', { name: 'Approve', exact: true }).click();
    await page.getByRole('button', { name: 'Approve this draft' }).click();
    await sees(page, /cannot approve it/, 'dialog[open] [role=alert]');
  },

  'a packet with a wrong key is not verified, and it is said why': async ({ page, desk }) => {
    await page.goto(`${desk.base}/verify`);
    await page.getByLabel('All files of the packet').setInputFiles({ name: 'packet.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
    await page.getByLabel('The public key of whoever issued it').fill('no key at all');
    await page.getByRole('button', { name: 'Verify', exact: true }).click();
    await page.locator('.no, [role=alert]').first().waitFor();
  },
};
