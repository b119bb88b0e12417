import { describe, expect, test } from '@jest/globals';
import { isOtherIdentity } from './other-identity.ts';

const identity = (text: string) => {
  const [givenName = '', familyName = '', birthDate = ''] = text.split('/');
  return { givenName, familyName, birthDate };
};

describe('a customer number that a list gives to a name and a birth date', () => {
  test.each([
    ['another name and birth date', 'Adelheid/Arnold/1961-02-01', 'Bernd/Becker/1972-03-02'],
    ['the partner of a couple', 'Anna/Meier/1980-05-01', 'Bernd/Meier/1978-09-12'],
    ['the son of the same name', 'Peter/Meier/1960-05-01', 'Peter/Meier/1990-05-01'],
    ['a birth date that jumps by a decade', 'Ada/Groß/1980-03-01', 'Ada/Groß/1990-03-01'],
    ['somebody else born on the same day', 'Adelheid/Arnold/1961-02-01', 'Bernd/Becker/1961-02-01'],
  ])('is likely about somebody else: %s', (_, registered, listed) => {
    expect(isOtherIdentity(identity(registered), identity(listed))).toBe(true);
  });

  test.each([
    ['nothing new', 'Ada/Groß/1980-03-01', 'Ada/Groß/1980-03-01'],
    ['a name by marriage', 'Ada/Groß/1980-03-01', 'Ada/Berger/1980-03-01'],
    ['another given name', 'Ada/Groß/1980-03-01', 'Adrian/Groß/1980-03-01'],
    ['names exchanged', 'Ada/Groß/1980-03-01', 'Groß/Ada/1980-03-01'],
    ['day and month exchanged', 'Ada/Groß/1980-03-01', 'Ada/Groß/1980-01-03'],
    ['a birth day that was not known', 'Ada/Groß/1980-01-01', 'Ada/Groß/1980-11-17'],
    ['a slip in the year', 'Ada/Groß/1980-03-01', 'Ada/Gross/1981-03-01'],
  ])('is still about the same person: %s', (_, registered, listed) => {
    expect(isOtherIdentity(identity(registered), identity(listed))).toBe(false);
  });
});
