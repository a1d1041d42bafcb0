// Weighing: from claims to evidence, what if, why.
import { assert, sees } from './ask.mjs';

export const weighing = {
  'claims become evidence, and the matrix has it; it is taken back and restored': async ({ page, at, desk }) => {
    // A claim that speaks for no root yet: one origin is one root.
    const rooted = new Set((await desk.get(`/cases/${desk.caseId}/evidence?limit=200`)).items.flatMap((one) => one.claims));
    const free = (await desk.get(`/cases/${desk.caseId}/claims?limit=1000&stance=says`)).items.find((one) => !rooted.has(one.claim) && one.content.text.length > 30);
    await page.goto(`${at}/claims?words=${free.claim}`);
    await page.locator('tbody tr').first().waitFor();
    await page.keyboard.press('s');
    await page.getByRole('link', { name: 'Enter as evidence' }).click();
    await page.waitForURL(/part=enter/);
    await page.getByLabel('The origin: who or what it is from').fill('a walk through the desk');
    await page.getByLabel('state, from').fill('20');
    await page.getByLabel('state, to').fill('30');
    await page.getByLabel('Why it bears on them so').fill('it would be said in any case');
    await page.getByRole('button', { name: 'Enter it' }).click();
    await page.getByRole('button', { name: 'a walk through the desk' }).waitFor();
    const { items } = await desk.get(`/cases/${desk.caseId}/evidence?limit=200`);
    const root = items.find((one) => one.name === 'a walk through the desk');
    assert.ok(root);
    await page.getByRole('button', { name: 'a walk through the desk' }).click();
    page.once('dialog', (dialog) => dialog.accept('only a walk'));
    await page.getByRole('button', { name: 'Take it back' }).click();
    await sees(page, 'It counts no longer');
    await page.locator('.said').getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'a walk through the desk' }).waitFor();
  },

  'what if: a slider moves what would be, and the address can be sent': async ({ page, at }) => {
    await page.goto(`${at}/weigh?part=what-if`);
    const slider = page.getByLabel('state', { exact: false }).and(page.locator('input[type=range]')).first();
    await slider.focus();
    for (let i = 0; i < 10; i++) await page.keyboard.press('ArrowRight');
    await page.waitForURL(/prior=state/);
    await page.waitForFunction(() => /→/.test([...document.querySelectorAll('figure svg text')].map((one) => one.textContent).join(' ')));
    await page.waitForFunction(() => [...document.querySelectorAll('figure svg text')].some((one) => { const [a, b] = one.textContent.split(' → '); return b !== undefined && a !== b; }));
    await page.getByLabel('What if: Kurt Campbell').selectOption('without');
    await page.waitForURL(/without=/);
  },

  'why it moved: between two days, with what it hangs on': async ({ page, at }) => {
    await page.goto(`${at}/weigh?part=why&from=2024-01-01`);
    await sees(page, 'At the end of 1 Jan 2024');
    await sees(page, 'Grant Shapps', 'tbody');
    await page.getByRole('heading', { name: 'What it hangs on' }).waitFor();
  },

  'a forecast on a question that is resolved is refused, and every word stays': async ({ page, at }) => {
    await page.goto(`${at}/weigh?part=forecasts`);
    const slider = page.locator('form input[type=range]').first();
    await slider.focus();
    for (let i = 0; i < 12; i++) await page.keyboard.press('ArrowRight');
    await page.getByLabel('Why', { exact: true }).fill('by the walk');
    await page.getByRole('button', { name: 'Give it' }).click();
    await sees(page, 'the question is resolved', 'form [role=alert]');
    assert.equal(await page.getByLabel('Why', { exact: true }).inputValue(), 'by the walk');
  },
};
