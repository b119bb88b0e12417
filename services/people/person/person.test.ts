import { expect, test } from '@jest/globals';
import { sortNameOf } from './person.ts';

test('people are listed by family name, then given name', () => {
  expect(sortNameOf({ givenName: 'Änne', familyName: 'Özdemir' })).toBe('oezdemir aenne');
});
