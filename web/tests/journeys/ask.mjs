// What the journeys ask.
import assert from 'node:assert/strict';

export { assert };

/** Waits until the words stand on the page. */
export async function sees(page, words, within = 'body') {
  await page.locator(within).filter({ hasText: words }).first().waitFor();
}

/** Writes to the API as somebody else would, from a page of their own. */
export async function elsewhere(desk, method, path, body) {
  const { csrf } = await desk.get('/me');
  const answer = await fetch(`${desk.base}/api/v1${path}`, { method, headers: { 'content-type': 'application/json', 'x-csrf-token': csrf }, body: JSON.stringify(body) });
  assert.ok(answer.ok, `${method} ${path} answered ${answer.status}: ${await answer.clone().text()}`);
  return answer.json().catch(() => undefined);
}

/** A report with several claims that nobody has looked at. */
export async function freshReport(desk, skip = 0) {
  const { items } = await desk.get(`/cases/${desk.caseId}/claims?open=true&limit=1000`);
  const of = Map.groupBy ? Map.groupBy(items, (one) => one.document) : items.reduce((map, one) => map.set(one.document, [...(map.get(one.document) ?? []), one]), new Map());
  return [...of].filter(([, claims]) => claims.length >= 3 && claims.every((one) => one.content.text && one.content.spans.length === 1))[skip];
}
