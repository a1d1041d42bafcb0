// On paper the marking stands in the margin of every page, with the number of the page. The words come from the screen, and so
// the rule is made here; what a browser does not know of margins, the bars do.
import { shown } from './marking.svelte.ts';

/** Words as a string of CSS. */
export function quoted(words: string): string {
  return `"${words.replace(/[\\"]/g, '\\$&').replace(/[\n\r\f]+/g, ' ')}"`;
}

/** Keeps the margins of the paper in step with the bars. */
export function paper(): void {
  if (typeof CSSStyleSheet === 'undefined' || !('replaceSync' in CSSStyleSheet.prototype)) return;
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  $effect(() => {
    const words = quoted(shown.banner);
    const box = 'font-family: system-ui, sans-serif; font-size: 9pt; font-weight: 700;';
    sheet.replaceSync(`@page { margin: 1.7cm 1.4cm; @top-center { content: ${words}; ${box} } @bottom-center { content: ${words}; ${box} } @bottom-right { content: counter(page) " / " counter(pages); font-size: 8pt; } }`);
    const page = sheet.cssRules[0] as (CSSPageRule & { cssRules?: CSSRuleList }) | undefined;
    document.documentElement.dataset.paper = page?.cssRules?.length ? 'margins' : 'bars';
  });
}
