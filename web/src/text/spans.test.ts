// What an analyst would miss: a highlight that slips by a letter wherever a text has a quotation mark or a name with accents.
import { expect, test } from 'vitest';

import { Spans } from './spans.ts';

test('plain letters keep their places', () => {
  const spans = new Spans('Corvania said');
  expect(spans.toUnits(9)).toBe(9);
  expect(spans.toBytes(9)).toBe(9);
});

test('quotation marks, accents and pairs are counted as the screen counts them', () => {
  const text = '“Görz” — 𝔸 said';
  const spans = new Spans(text);
  const bytes = new TextEncoder().encode(text);
  expect(spans.byteLength).toBe(bytes.length);
  const decoder = new TextDecoder();
  let unit = 0;
  for (const letter of text) {
    const byte = new TextEncoder().encode(text.slice(0, unit)).length;
    expect(spans.toUnits(byte)).toBe(unit);
    expect(spans.toBytes(unit)).toBe(byte);
    expect(decoder.decode(bytes.slice(0, byte))).toBe(text.slice(0, unit));
    unit += letter.length;
  }
});

test('an offset inside a character goes to where it begins', () => {
  const spans = new Spans('a“b𝔸');
  expect([1, 2, 3, 4].map((byte) => spans.toUnits(byte))).toEqual([1, 1, 1, 2]);
  expect(spans.toUnits(7)).toBe(3);
  expect(spans.toBytes(4)).toBe(5);
});

test('offsets outside the text stay in it', () => {
  const spans = new Spans('é');
  expect([spans.toUnits(-1), spans.toUnits(9), spans.toBytes(9)]).toEqual([0, 1, 2]);
});
