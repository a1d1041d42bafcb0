// Looks at every screen: in light and dark, on a telephone and on a wide screen. axe finds nothing, nothing is wider than the
// screen, the browser complains of nothing, and pictures are kept in `tests/seen` for people to look at.
import { mkdirSync } from 'node:fs';
import { axe, openBrowser, openDesk, openPage } from './desk.mjs';
import { screens } from './screens.mjs';

const only = process.argv[2];
const desk = await openDesk();
const browser = await openBrowser();
const faults = [];
mkdirSync(new URL('./seen', import.meta.url), { recursive: true });
try {
  const looks = [
    { look: 'light', theme: 'light', width: 1440, height: 900 },
    { look: 'dark', theme: 'dark', width: 1440, height: 900 },
    { look: 'phone', theme: 'light', width: 360, height: 740 },
    { look: '4k', theme: 'light', width: 3840, height: 2160 },
  ];
  const all = await screens(desk);
  for (const { look, ...how } of looks) {
    if (process.env.LOOKS && !process.env.LOOKS.split(',').includes(look)) continue;
    const { page, context, complaints } = await openPage(browser, desk, how);
    for (const screen of all) {
      if (only && screen.name !== only) continue;
      if (look === '4k' && !['case', 'report', 'matrix'].includes(screen.name) && !only) continue;
      const told = (what) => {
        faults.push(what);
        console.error(`${screen.name} (${look}): ${what}`);
      };
      await page.goto(desk.base + screen.path);
      try {
        await page.waitForSelector(screen.waits);
        await page.waitForTimeout(350);
      } catch {
        told(`${screen.waits} did not come`);
      }
      await page.screenshot({ path: new URL(`./seen/${screen.name}-${look}.png`, import.meta.url).pathname });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth + Math.max(0, (document.getElementById('main')?.scrollWidth ?? 0) - (document.getElementById('main')?.clientWidth ?? 0)));
      if (wide > 1) told(`is ${wide} px wider than the screen`);
      if (look !== '4k') for (const found of await axe(page)) told(found);
      for (const one of complaints.splice(0)) told(one);
    }
    await context.close();
  }
} finally {
  await browser.close();
  await desk.close();
}
if (faults.length > 0) {
  process.exitCode = 1;
} else console.log('every screen was looked at: axe found nothing, nothing is wider than the screen');
