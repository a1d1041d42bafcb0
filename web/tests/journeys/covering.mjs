// The other side: words by how few know them, coarser ones tried and used, who may not know, who clears and who waives. On a
// store of its own, with a report of a guarded source of whom two know to the day and three more to the month.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { axe, openDesk, openPage } from '../desk.mjs';
import { assert, sees } from './ask.mjs';

const line = 'A source said that eleven wagons of shells were loaded in Bergen on 14 May 2029.';
const coarse = 'A source said that wagons of shells were loaded in Bergen in May 2029.';

/** Makes the store. What belongs to `protection` decides who may see it. */
const guarded = (protection) => (run, folder) => {
  const text = (name, words) => writeFileSync(join(folder, name), words);
  text('guarded.txt', 'The dispatcher said that eleven wagons of shells were loaded in Bergen on 14 May 2029.');
  text('open.txt', 'Western officials said that Norland is weighing whether to send shells to Suderland.');
  run('--author', 'ann', 'case', 'new', 'Will Norland arm Suderland?', '--marking', 'TLP:CLEAR');
  const by = (name, ...words) => run('--author', name, ...words);
  by('ann', 'collect', 'open.txt', '--date', '2029-05-20');
  by('ann', 'collect', 'guarded.txt', '--owner', 'Station East', '--protection', protection, '--date', '2029-05-16', '--marking', 'TLP:CLEAR');
  const id = (all, words) => all.find((one) => one.content.text.includes(words)).claim;
  const claims = by('ann', 'claims', '--format', 'json');
  const wagons = id(claims, 'wagons');
  const weighing = id(claims, 'weighing');
  by('ann', 'access', 'add', 'the yard', '--member', 'Col. Orlo', '--member', 'The yardmaster', '--claim', wagons);
  by('ann', 'access', 'add', 'readers of the summary', '--member', 'Ilse Vale', '--member', 'A. Kim', '--system', 'The archive', '--claim', wagons, '--knows', 'when=month', '--knows', 'count=nothing');
  by('ann', 'disclose', 'policy', '--from', protection, '--why', 'they look for sources');
  by('ann', 'mandate', 'add', 'eve', '--owner', 'Station East');
  by('ann', 'mandate', 'add', 'sol', '--security');
  by('ann', 'disclose', 'new', 'Warn before the vote', '--audience', 'public', '--channel', 'press background');
  const draft = by('ann', 'disclose', 'list', '--format', 'json')[0].id;
  by('ann', 'disclose', 'line', draft, line, '--claim', wagons);
  by('ann', 'disclose', 'line', draft, 'Western officials said that Norland is weighing whether to send shells.', '--claim', weighing);
};

/** Walks on a store of its own, as somebody, in light or dark and of any width. */
async function walks(context, how, walk, look = {}) {
  const house = await openDesk({ make: guarded(how.protection ?? 'protected'), ...how });
  const { page, context: own, complaints } = await openPage(context.browser(), house, look);
  try {
    const { items } = await house.get(`/cases/${house.caseId}/disclosures`);
    await page.goto(`${house.base}/case/${house.caseId}/disclose/${items[0].id}?part=other-side`);
    await walk(page, house, items[0].id);
    assert.deepEqual(complaints, []);
  } finally {
    await own.close();
    await house.close();
  }
}
const seen = (page, name) => {
  mkdirSync(new URL('../seen', import.meta.url), { recursive: true });
  return page.screenshot({ path: new URL(`../seen/${name}.png`, import.meta.url).pathname, fullPage: true });
};
const wide = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

export const covering = {
  'the other side: heat, suspects, other words tried, the suggestion used': ({ context }) =>
    walks(context, {}, async (page, house, id) => {
      await sees(page, 'k 1 of 3 asked for', 'li');
      await sees(page, 'Suspects: Col. Orlo, The yardmaster', 'li');
      await sees(page, 'No single detail gives the source away', 'li');
      await seen(page, 'other-side-light');
      assert.deepEqual(await axe(page), []);
      // A detail is chosen with the keyboard, and a coarser rung of it.
      const day = page.getByRole('button', { name: /14 May 2029.*when, 2 know it/ });
      await day.focus();
      await page.keyboard.press('Enter');
      await page.getByRole('radio', { name: /in May 2029/ }).first().check();
      await sees(page, 'As the other side would read it');
      // Of the rest the number now stands alone in the way.
      await sees(page, 'breaks cover', '[aria-live]');
      await seen(page, 'other-side-rung-light');
      assert.deepEqual(await axe(page), []);
      // The number is made coarser too, on top of the day; and then those who are suspected are many.
      await page.locator('[aria-live]').getByRole('button', { name: /eleven/ }).click();
      await page.getByRole('radio', { name: /leave it out/ }).first().check();
      await sees(page, /k [45] of 3 asked for/, '[aria-live]');
      await sees(page, 'Ilse Vale', '[aria-live]');
      // A sentence is typed, and read before anything is entered.
      await page.getByLabel(/^Line 1 in other words/).fill(coarse);
      await sees(page, 'k 4 of 3 asked for', '[aria-live]');
      await sees(page, 'The archive', '[aria-live]');
      assert.equal((await house.get(`/cases/${house.caseId}/disclosures/${id}`)).of_lines[0].text, line);
      await page.getByRole('button', { name: 'Leave it as it is' }).click();
      await page.getByRole('button', { name: /^Use the suggested words/ }).click();
      await sees(page, 'The draft as it stands has the cover that is asked for.');
      assert.equal((await house.get(`/cases/${house.caseId}/disclosures/${id}`)).of_lines[0].text, coarse);
    }),

  'the other side in the dark, and on a telephone': async ({ context }) => {
    await walks(context, {}, async (page) => {
      await sees(page, 'k 1 of 3 asked for', 'li');
      await page.getByRole('button', { name: /14 May 2029.*when/ }).click();
      await page.getByRole('radio', { name: /in May 2029/ }).first().check();
      await sees(page, 'As the other side would read it');
      await seen(page, 'other-side-dark');
      assert.deepEqual(await axe(page), []);
      await page.setViewportSize({ width: 360, height: 1900 });
      await seen(page, 'other-side-phone');
      assert.ok((await wide(page)) <= 1, 'is wider than the screen');
      assert.deepEqual(await axe(page), []);
    }, { theme: 'dark' });
  },

  'the other side to whoever may not know: ask security, good or bad': ({ context }) =>
    walks(context, { protection: 'sensitive', view: 'TLP:CLEAR' }, async (page) => {
      await sees(page, 'Ask security.', 'ol');
      await page.getByRole('button', { name: /^Try other words/ }).first().click();
      const before = await page.locator('ol > li').first().locator('p', { hasText: 'Ask security' }).first().innerText();
      await page.getByLabel(/^Line 1 in other words/).fill(coarse);
      await sees(page, 'Ask security.', '[aria-live]');
      assert.equal(await page.locator('[aria-live] p', { hasText: 'Ask security' }).first().innerText(), before);
      const whole = await page.locator('main').innerText();
      assert.ok(!/Orlo|yardmaster|k \d/.test(whole), whole);
      await seen(page, 'other-side-asks');
      assert.deepEqual(await axe(page), []);
    }),

  'the security officer is told what is short, an owner waives it, and it is cleared': async ({ context }) => {
    await walks(context, { author: 'eve' }, async (page, house, id) => {
      await page.getByRole('button', { name: 'Waive for an owner' }).click();
      await page.getByLabel('Why').fill('It is worth it: the source is out of reach');
      await page.getByRole('button', { name: 'Waive it in writing' }).click();
      await sees(page, 'Waived for Station East');
      await page.getByRole('button', { name: 'Waive for an owner' }).waitFor({ state: 'detached' });
      assert.deepEqual((await house.get(`/cases/${house.caseId}/disclosures/${id}/cover`)).whole.waivers, []);
    });
    await walks(context, { author: 'sol' }, async (page) => {
      await page.getByRole('button', { name: 'Clear it' }).click();
      await page.getByRole('button', { name: 'Clear this draft' }).click();
      await sees(page, /./, 'dialog[open] [role=alert]');
      await seen(page, 'other-side-clear');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: /^Use the suggested words/ }).click();
      await sees(page, 'The draft as it stands has the cover');
    });
  },
};
