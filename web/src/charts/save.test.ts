import { expect, test } from 'vitest';

import { csv, fileName } from './save.ts';

test('commas, quotation marks and lines keep to their cells', () => {
  expect(csv([['who', 'p'], ['the "Lantern", Lorn', 0.25]])).toBe('who,p\r\n"the ""Lantern"", Lorn",0.25\r\n');
});

test('a claim that begins like a formula is no formula', () => {
  expect(csv([['=HYPERLINK("x")', -0.5]])).toBe('"\'=HYPERLINK(""x"")",-0.5\r\n');
});

test('a file is named after what it shows', () => {
  expect(fileName('How it moved: "state"', 'svg')).toBe('how-it-moved-state.svg');
});
