// The other rooms, one task each.
import { assert, sees } from './ask.mjs';

export const rooms = {
  'a new case is opened; what is empty teaches what to do; hypotheses are stated': async ({ page, desk }) => {
    await page.goto(desk.base);
    await page.getByRole('button', { name: 'New case' }).click();
    await page.getByLabel(/^The question/).fill('Will Corvania supply arms to Vessia before the summer?');
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await page.waitForURL(/\/case\/[0-9a-f-]{36}/);
    const id = page.url().split('/').at(-1);
    await sees(page, 'No hypothesis yet');
    await page.getByRole('button', { name: 'State a hypothesis' }).click();
    await page.getByLabel(/^Its short word/).fill('arms');
    await page.getByLabel('What it says').fill('Corvania supplies arms to Vessia before the summer');
    await page.getByRole('button', { name: 'State it', exact: true }).click();
    await page.getByRole('heading', { name: 'How it stands' }).waitFor();
    await page.getByRole('button', { name: 'Set a horizon' }).click();
    await page.getByLabel('Its last day').fill('2030-06-20');
    await page.getByLabel(/^How it will be decided/).fill('by what both governments say');
    await page.getByRole('button', { name: 'Set it' }).click();
    await sees(page, 'until 20 Jun 2030');
    for (const [room, words] of [['reports', 'No report yet'], ['claims', 'No claim yet'], ['roots', 'No reports yet'], ['actors', 'No actor yet'], ['timeline', 'Nothing on the timeline yet'], ['transfers', 'No transfer yet'], ['weigh', 'Nothing has been weighed yet'], ['disclose', 'Nothing has been said from this case']]) {
      await page.goto(`${desk.base}/case/${id}/${room}`);
      await sees(page, words);
    }
  },

  'roots: an edge is cut with a reason, and the cut is undone': async ({ page, at }) => {
    await page.goto(`${at}/roots`);
    await page.getByRole('button', { name: 'Cut' }).first().click();
    await page.getByLabel('Why', { exact: true }).fill('two reporters in one room');
    await page.getByRole('button', { name: 'Cut them apart' }).click();
    await sees(page, 'Cut: they have not one origin');
    await page.locator('.said').getByRole('button', { name: 'Undo' }).click();
    await page.locator('.edges li').first().waitFor();
  },

  'actors: from the list to a page, from there to another': async ({ page, at }) => {
    await page.goto(`${at}/actors`);
    await page.getByRole('searchbox', { name: 'Narrow the list' }).fill('biden');
    await page.getByRole('link', { name: 'Joe Biden' }).first().click();
    await page.getByRole('heading', { name: 'Joe Biden', level: 1 }).waitFor();
    await sees(page, 'President', 'dl');
    await page.locator('figure svg a').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => !url.pathname.endsWith('Joe%20Biden'));
  },

  'actors: the network is drawn when it is asked for': async ({ page, at }) => {
    await page.goto(`${at}/actors?part=network`);
    await page.locator('svg.net a').first().waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Table' }).click();
    await page.getByRole('columnheader', { name: 'reports that name both' }).waitFor();
  },

  'timeline: the brush chooses a stretch of time': async ({ page, at }) => {
    await page.goto(`${at}/timeline`);
    const chart = page.locator('svg.brush');
    await page.locator('ol.days > li').first().waitFor();
    const box = await chart.boundingBox();
    await page.mouse.move(box.x + box.width * 0.3, box.y + 40);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.5, box.y + 40, { steps: 5 });
    await page.mouse.up();
    await page.waitForURL(/from=\d{4}.*until=\d{4}/);
    const note = await page.locator('.note').textContent();
    const [shown, all] = note.match(/\d+/g).map(Number);
    assert.ok(shown < all, note);
  },

  'transfers: a cell opens the mentions behind it': async ({ page, at }) => {
    await page.goto(`${at}/transfers?class=lethal`);
    await page.getByRole('button', { name: /^China to Russia: \d+$/ }).click();
    await page.waitForURL(/from=China.*to=Russia/);
    const rows = page.locator('section table tbody tr').filter({ hasText: 'China' });
    assert.ok((await rows.count()) > 0);
  },

  'log: who changed what, and its hash': async ({ page, at }) => {
    await page.goto(`${at}/log`);
    await page.getByRole('searchbox', { name: 'Narrow by words' }).fill('opened the case');
    await sees(page, 'opened the case', 'tbody');
  },

  'the house register: sources, warnings, who was shown what': async ({ page, desk }) => {
    await page.goto(`${desk.base}/register`);
    await page.getByRole('button', { name: 'Antony Blinken' }).click();
    await page.getByRole('link', { name: 'Warnings' }).click();
    await sees(page, 'Yang Jiechi', '.warnings');
    await page.getByRole('link', { name: 'Shown to whom' }).click();
    await sees(page, 'Wang Yi', 'tbody');
  },

  'keys: the map of keys, from room to room, and letters turned off': async ({ page, at }) => {
    await page.goto(at);
    await page.getByRole('heading', { name: 'How it stands' }).waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('g');
    await page.keyboard.press('w');
    await page.waitForURL(/\/weigh$/);
    await page.keyboard.press('?');
    await page.getByLabel(/Single keys do something/).uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('g');
    await page.keyboard.press('l');
    await page.waitForTimeout(300);
    assert.match(page.url(), /\/weigh$/);
  },

  'back and forward, and a place that is none': async ({ page, at, desk }) => {
    await page.goto(at);
    await page.getByRole('link', { name: 'Claims', exact: true }).click();
    await page.waitForURL(/\/claims$/);
    await page.goBack();
    await page.getByRole('heading', { name: 'How it stands' }).waitFor();
    await page.goto(`${desk.base}/case/00000000-0000-0000-0000-000000000000`);
    await sees(page, 'It is not there');
  },
};
