// What a person meets who opens a page of `tearline read --format html`, `tearline weigh --format html`, or a packet's page: in a wide window, in the dark, on a phone,
// without a script, on paper. axe-core must find nothing in any of them.
//
//   node check.mjs CHROMIUM PAGE.html...

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [program, ...pages] = process.argv.slice(2);
const axe = readFileSync(new URL("node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const views = {
  wide: { viewport: { width: 1280, height: 900 } },
  dark: { viewport: { width: 1280, height: 900 }, colorScheme: "dark" },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  "without script": { viewport: { width: 1280, height: 900 }, javaScriptEnabled: false },
  paper: { viewport: { width: 800, height: 1100 } },
};
const faults = [];
const browser = await chromium.launch({ executablePath: program, args: ["--no-sandbox"] });

// Both bars are to be seen, and each line with its mark; on paper the bars are on every sheet.
async function sheet(page, name, fault) {
  if (await page.locator(".banner").count() !== 2) fault("it has not a bar at each end");
  for (const part of await page.locator(".banner, .lines .portion, .tear").all()) {
    if (!(await part.isVisible())) fault("a bar, a mark or the tearline is not to be seen");
  }
  if (name === "paper" && !(await page.locator(".banner").evaluateAll(bars => bars.every(bar => getComputedStyle(bar).position === "fixed")))) {
    fault("its bars are not on every sheet");
  }
  if (await page.locator("script").count()) fault("it has a script");
}

for (const file of pages) {
  for (const [name, view] of Object.entries(views)) {
    const fault = words => faults.push(`${file}, ${name}: ${words}`);
    const context = await browser.newContext(view);
    const page = await context.newPage();
    page.on("console", message => fault(`it says ${message.text()}`));
    page.on("pageerror", error => fault(`its script fails: ${error}`));
    page.on("request", request => request.url().startsWith("file:") || fault(`it asks for ${request.url()}`));
    await page.goto(pathToFileURL(file).href);
    if (name === "paper") await page.emulateMedia({ media: "print" });
    // A packet's page has lines between bars, and a page of judgement a picture and tables, instead of claims.
    const packet = await page.locator("article.sheet").count();
    if (packet) await sheet(page, name, fault);
    const judged = packet || await page.locator("figure svg").count();
    const cards = page.locator(".card");
    if (!judged && !(await cards.count())) fault("it lists no claim");
    if (judged && !packet && (await page.locator("table").count()) < 3) fault("it has no table of the judgement, its days, or its evidence");
    for (const card of await cards.all()) {
      if (!(await card.isVisible())) fault("a claim is not to be seen");
    }
    if (name === "paper") {
      for (const folded of await page.locator("details > :not(summary)").all()) {
        if (!(await folded.isVisible())) fault("what is folded away is not printed");
      }
    }
    if (name !== "without script") {
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (wider > 0) fault(`it is ${wider} pixels wider than the window`);
    }
    if (name === "wide" && !judged) await joins(page, fault);
    if (name === "phone" && !judged) await taps(page, fault);
    await context.close();
    // The policy of the page would not let axe in.
    if (name === "without script") continue;
    const open = await browser.newContext({ ...view, bypassCSP: true });
    const bare = await open.newPage();
    await bare.goto(pathToFileURL(file).href);
    if (name === "paper") await bare.emulateMedia({ media: "print" });
    await bare.evaluate(axe);
    const { violations } = await bare.evaluate(() => window.axe.run(document));
    for (const found of violations) fault(`${found.id}: ${found.help}: ${found.nodes[0].html}`);
    await open.close();
  }
}
await browser.close();
for (const fault of faults) console.error(fault);
console.log(faults.length ? `${faults.length} faults` : `pages looked at: ${pages.length}, faults: none`);
process.exit(faults.length ? 1 : 0);

// The pointer or the keyboard on a cue marks its source, its content and its card.
async function joins(page, fault) {
  const cue = page.locator(".text a.cue").first();
  if (!(await cue.count())) return fault("it shows no cue");
  const id = (await cue.getAttribute("href")).slice(1);
  const lit = () => page.locator(".on").count();
  const all = await page.locator(`[data-c~="${id}"]`).count();
  await cue.hover();
  if ((await lit()) !== all) fault("the pointer on a cue does not join what belongs to it");
  await page.mouse.move(0, 0);
  await page.keyboard.press("Escape");
  if (await lit()) fault("what the pointer joined stays joined when it is gone");
  for (let step = 0; step < 200 && !(await cue.evaluate(link => link === document.activeElement)); step++) {
    await page.keyboard.press("Tab");
  }
  if ((await lit()) !== all) fault("the keyboard on a cue does not join what belongs to it");
}

// A tap brings the card up at the lower edge, another beside it takes it away.
async function taps(page, fault) {
  const content = page.locator(".text .content").first();
  if (!(await content.count())) return fault("it shows no content");
  await content.tap();
  const card = page.locator(".card.on");
  if ((await card.count()) !== 1 || (await card.evaluate(card => getComputedStyle(card).position)) !== "fixed") {
    return fault("a tap does not bring up the claim");
  }
  await page.locator("h1").tap();
  if (await card.count()) fault("a tap beside it does not take the claim away");
}
