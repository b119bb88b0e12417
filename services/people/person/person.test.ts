import { expect, test } from '@jest/globals';
import { personSortName } from './person.ts';

test('people are listed by family name, then given name', () => {
  expect(personSortName({ givenName: 'Änne', familyName: 'Özdemir' })).toBe('oezdemir aenne');
});
