// Reading: the case, its reports, the claims in them.
import { assert, freshReport, sees } from './ask.mjs';

export const reading = {
  'the case: three things drawn apart, a day in the address, a chart saved three ways': async ({ page, at }) => {
    await page.goto(at);
    await page.getByRole('heading', { name: 'How it stands' }).waitFor();
    const drawn = await page.locator('figure svg').first().getAttribute('aria-label');
    assert.match(drawn, /ambiguity \.\d\d; conflict \.\d\d/);
    await page.getByRole('button', { name: 'dual-use', exact: true }).click();
    await page.waitForURL(/hypothesis=dual-use/);
    await page.getByLabel('Day').first().focus();
    await page.keyboard.press('ArrowLeft');
    await page.waitForURL(/day=\d{4}-/);
    for (const kind of ['SVG', 'PNG', 'CSV']) {
      const coming = page.waitForEvent('download');
      await page.getByRole('group', { name: 'Save How it stands' }).getByRole('button', { name: kind }).click();
      const file = await coming;
      assert.match(file.suggestedFilename(), new RegExp(`how-it-stands\\.${kind.toLowerCase()}`));
    }
    await page.reload();
    assert.equal(await page.getByRole('button', { name: 'dual-use', exact: true }).getAttribute('aria-pressed'), 'true');
  },

  'a report: keys move, accept and reject with a reason': async ({ page, at, desk }) => {
    const [document, claims] = await freshReport(desk);
    await page.goto(`${at}/reports`);
    await page.locator('tbody tr').first().waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/reports\/[0-9a-f]{64}/);
    await page.goto(`${at}/reports/${document}?claim=${claims[0].claim}`);
    await page.locator('aside [aria-current]').waitFor();
    await page.keyboard.press('j');
    await page.waitForURL((url) => !url.href.includes(claims[0].claim));
    await page.keyboard.press('k');
    await page.waitForURL((url) => url.href.includes(claims[0].claim));
    await page.keyboard.press('a');
    await sees(page, 'Accepted', '.said');
    await page.locator('aside [aria-current]').waitFor();
    await page.keyboard.press('x');
    await page.getByLabel('Why it is rejected').waitFor();
    await page.keyboard.press('Enter');
    await sees(page, 'Rejected', '.said');
    const after = await desk.get(`/cases/${desk.caseId}/claims?document=${document}`);
    const mine = new Set(claims.map((one) => one.claim));
    assert.deepEqual(after.items.filter((one) => mine.has(one.claim)).flatMap((one) => (one.reviews ?? []).map((review) => review.verdict)).sort(), ['accepted', 'rejected']);
  },

  'a report: the content of a claim is taken from words that are selected in the text': async ({ page, at, desk }) => {
    const [document, claims] = await freshReport(desk, 1);
    const claim = claims[0];
    await page.goto(`${at}/reports/${document}?claim=${claim.claim}`);
    await page.locator('aside [aria-current]').waitFor();
    await page.keyboard.press('e');
    await page.getByLabel('Content: what is said').waitFor();
    const words = claim.content.text.split(' ').slice(0, 3).join(' ');
    await page.evaluate((wanted) => {
      const run = [...document.querySelectorAll('article [data-at]')].find((one) => one.textContent.includes(wanted));
      const node = run.firstChild;
      const from = node.data.indexOf(wanted);
      getSelection().setBaseAndExtent(node, from, node, from + wanted.length);
    }, words);
    await page.getByRole('button', { name: 'Content', exact: true }).click();
    assert.equal(await page.getByLabel('Content: what is said').inputValue(), words);
    await page.getByLabel('Why', { exact: true }).fill('the rest is the reporter’s own');
    await page.getByRole('button', { name: 'State it so' }).click();
    await sees(page, 'What was read stays beside it');
    const after = await desk.get(`/cases/${desk.caseId}/claims/${claim.claim}`);
    assert.equal(after.reviews.at(-1).version.content.text, words);
    await sees(page, 'As read', 'aside');
  },

  'claims: the list answers while one types, facets count, the address holds it': async ({ page, at }) => {
    await page.goto(`${at}/claims`);
    await page.locator('tbody tr').first().waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('drones');
    await page.waitForFunction(() => /^\d+ of \d+ claims/.test(document.querySelector('.note')?.textContent ?? '') && Number.parseInt(document.querySelector('.note').textContent) < 100);
    await page.locator('.facets').getByRole('button', { name: /^denies/ }).click();
    await page.waitForURL(/words=drones.*stance=denies|stance=denies.*words=drones/);
    const shown = await page.locator('tbody tr').count();
    assert.ok(shown > 0 && shown < 20, `${shown} rows`);
    await page.reload();
    await page.locator('tbody tr').first().waitFor();
    assert.equal(await page.locator('tbody tr').count(), shown);
  },

  'claims: a search in the texts marks the words': async ({ page, at }) => {
    await page.goto(`${at}/claims?in=texts`);
    await page.getByRole('searchbox', { name: 'Search' }).fill('ammunition');
    await page.locator('mark').first().waitFor();
    assert.match(await page.locator('mark').first().textContent(), /ammunition/i);
  },

  'files are collected, and what a text says is never markup': async ({ page, at }) => {
    await page.goto(`${at}/reports`);
    await page.getByRole('button', { name: 'Collect files' }).first().click();
    await page.locator('dialog[open] input[type=file]').setInputFiles({ name: 'odd.txt', mimeType: 'text/plain', buffer: Buffer.from('An <img src=x onerror="window.broken=1"> and more\n\n<script>window.broken=1</script> was sent, an official said on Monday. “Görz” 𝔸 is weighed, another official said.\n') });
    await page.getByRole('button', { name: /^Collect 1/ }).click();
    await sees(page, 'added with', 'dialog[open]');
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: /odd|An <img/ }).first().click();
    await sees(page, '<script>window.broken=1</script>', 'article');
    assert.equal(await page.evaluate(() => window.broken), undefined);
    assert.equal(await page.locator('article img, article script').count(), 0);
  },
};
