import { expect, test } from '@jest/globals';
import { searchKey, wordKey } from './search-key.ts';

test.each([
  ['Müller-Lüdenscheidt', 'mueller-luedenscheidt'],
  ['GROẞ', 'gross'],
  ['Łukasz Çelik', 'lukasz celik'],
  ['Renée Ángel ', 'renee angel'],
  ['Iıİ', 'iii'],
  ['Lærke', 'laerke'],
])('%s is found as %s', (name, expected) => {
  expect(searchKey(name)).toBe(expected);
});

test.each([
  ['Kunden-Nr.', 'kundennr'],
  ['MITTLERE_REIFE', 'mittlerereife'],
  ['Straße und Hausnummer', 'strasseundhausnummer'],
])('%s is understood as %s', (word, expected) => {
  expect(wordKey(word)).toBe(expected);
});
