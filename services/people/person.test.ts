import { expect, test } from '@jest/globals';
import { folded, sortNameOf } from './person.ts';

test.each([
  ['Müller-Lüdenscheidt', 'mueller-luedenscheidt'], ['GROẞ', 'gross'], ['Łukasz Çelik', 'lukasz celik'], ['Renée Ángel ', 'renee angel'], ['Iıİ', 'iii'],
])('%s is found as %s', (name, expected) => {
  expect(folded(name)).toBe(expected);
});

test('people are listed by family name, then given name', () => {
  expect(sortNameOf({ givenName: 'Änne', familyName: 'Özdemir' })).toBe('oezdemir aenne');
});
