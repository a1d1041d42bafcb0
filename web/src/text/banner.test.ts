// The bar may say too much and never too little.
import { expect, test } from 'vitest';

import { bannerOf, colourOf } from './banner.ts';

test('on the ladder of TLP the highest stands for all', () => {
  expect(bannerOf(['TLP:CLEAR', 'TLP:RED', 'TLP:AMBER'])).toBe('TLP:RED');
});

test('what the desk cannot join stands side by side', () => {
  expect(bannerOf(['SECRET//NOFORN', 'SECRET//REL TO USA, GBR', 'TLP:GREEN'])).toBe('SECRET//NOFORN + SECRET//REL TO USA, GBR + TLP:GREEN');
});

test('the colour is that of the highest', () => {
  expect(['UNCLASSIFIED + SECRET//NOFORN', 'COSMIC TOP SECRET', 'NATO SECRET', 'TLP:AMBER+STRICT', 'CLUB MEMBERS', ''].map(colourOf)).toEqual([
    'secret', 'top', 'secret', 'tlp-amber', 'plain', 'plain',
  ]);
});
