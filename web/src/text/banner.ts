// What the bars say when several markings are on the screen. The roll-up of markings is the server's work and has many
// rules; the desk never guesses at it. It takes the higher of two only on the ladder of TLP, and of equal ones one; where that
// does not settle it, all of them stand in the bar.

const tlp = ['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED'];

/** The words of the bar; empty where nothing that is marked is on the screen. */
export function bannerOf(markings: string[]): string {
  const different = [...new Set(markings)];
  const ladder = different.filter((one) => tlp.includes(one));
  const others = different.filter((one) => !tlp.includes(one));
  const highest = ladder.sort((a, b) => tlp.indexOf(b) - tlp.indexOf(a))[0];
  return [...others, ...(highest ? [highest] : [])].join(' + ');
}

/** How a bar is coloured: by the highest of what it says. The names are those of the style sheet. */
export function colourOf(banner: string): string {
  const has = (pattern: RegExp) => banner.split(' + ').some((one) => pattern.test(one));
  if (has(/^(TOP SECRET|COSMIC TOP SECRET)/)) return 'top';
  if (has(/^(NATO )?SECRET/)) return 'secret';
  if (has(/^(NATO )?CONFIDENTIAL/)) return 'confidential';
  if (has(/^TLP:RED/)) return 'tlp-red';
  if (has(/^TLP:AMBER/)) return 'tlp-amber';
  if (has(/^TLP:GREEN/)) return 'tlp-green';
  if (has(/^TLP:CLEAR/)) return 'tlp-clear';
  if (has(/^NATO RESTRICTED/)) return 'confidential';
  if (has(/^(CUI|CONTROLLED)/)) return 'cui';
  if (has(/^(NATO )?UNCLASSIFIED/)) return 'unclassified';
  return 'plain';
}
