import { expect, test } from '@jest/globals';
import { isUnreadable, nonBlankText, plainText } from './plain-text.ts';

test('text is stored without spaces around it, and with one between words', () => {
  expect(['  Ada  Maria\tMüller\n', 'Ried', ' \n'].map(plainText)).toEqual(['Ada Maria Müller', 'Ried', '']);
});

test('a text of several lines keeps them, and one of nothing but spaces is none', () => {
  expect([' Ada \n\n Müller\n', ' \n', undefined].map(nonBlankText)).toEqual(['Ada \n\n Müller', undefined, undefined]);
});

test.each([
  ['letters of two characters', 'Schro\u0308ttinger', 'Schröttinger'],
  ['a soft hyphen', 'Kurz\u00adwelle', 'Kurzwelle'],
  ['zero widths and a byte order mark', '\ufeffA\u200bd\u2060a\u200d', 'Ada'],
  ['signs of the reading direction', '\u202eada\u202c\u2066', 'ada'],
  ['spaces of every kind', '06245\u00a0908\u202f770\u3000', '06245 908 770'],
  ['dashes of every kind', 'a\u2010b\u2011c\u2013d\u2212e', 'a-b-c-d-e'],
  ['apostrophes of either kind', 'D\u2019Angelo O\u02bcBrien L\u00b4Oréal', "D'Angelo O'Brien L'Oréal"],
])('text with %s is stored and looked for as people type it', (_, text, plain) => {
  expect([plainText(text), plainText(plain)]).toEqual([plain, plain]);
});

test('a text of several lines loses what nobody sees, and keeps its dashes', () => {
  expect(nonBlankText('8\u201312\u00a0Uhr\u00ad\r\n\u200bRaum 2')).toBe('8\u201312 Uhr\nRaum 2');
});

test.each(['\u001b[2J', 'A\u0000da', 'M\ufffdller', 'a\ud800', '\u0085'])(
  'a text with the sign in %j cannot be stored',
  (text) => {
    expect([isUnreadable(text), isUnreadable('Zwei\r\n\tZeilen: Çiğdem 😀')]).toEqual([true, false]);
  },
);
