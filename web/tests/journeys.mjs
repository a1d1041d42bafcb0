// The main task of every screen, walked in a browser on the real program; and what goes wrong, shown.
import { openBrowser, openDesk, openPage } from './desk.mjs';
import { fromTheFirst } from './journeys/first.mjs';
import { reading } from './journeys/reading.mjs';
import { weighing } from './journeys/weighing.mjs';
import { covering } from './journeys/covering.mjs';
import { disclosing } from './journeys/disclosing.mjs';
import { rooms } from './journeys/rooms.mjs';
import { signing } from './journeys/signing.mjs';
import { trouble } from './journeys/trouble.mjs';

const only = process.argv[2];
const desk = await openDesk();
const browser = await openBrowser();
let failed = 0;
try {
  for (const [name, walk] of Object.entries({ ...reading, ...weighing, ...rooms, ...disclosing, ...covering, ...signing, ...fromTheFirst, ...trouble })) {
    if (only && !name.includes(only)) continue;
    const { page, context, complaints } = await openPage(browser, desk);
    const begun = Date.now();
    try {
      const said = await walk({ page, desk, at: `${desk.base}/case/${desk.caseId}`, context });
      if (complaints.length > 0) throw new Error(`the browser complains: ${complaints.join('; ')}`);
      console.log(`${said ?? 'walked '} ${name} (${((Date.now() - begun) / 1000).toFixed(1)} s)`);
    } catch (failure) {
      failed++;
      console.error(`FAILED  ${name}: ${failure.message}`);
      await page.screenshot({ path: new URL(`./seen/failed-${name.replaceAll(/\W+/g, '-')}.png`, import.meta.url).pathname }).catch(() => {});
    }
    await context.close();
  }
} finally {
  await browser.close();
  await desk.close();
}
process.exitCode = failed > 0 ? 1 : 0;
