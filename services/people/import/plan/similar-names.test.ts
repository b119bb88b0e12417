import { describe, expect, test } from '@jest/globals';
import { comparableName, similarNames, type ComparableName } from './similar-names.ts';

function named(name: string): ComparableName {
  const [givenName = '', familyName = ''] = name.split('/');
  return comparableName({ givenName, familyName });
}

describe('comparing the names of people born on the same day', () => {
  test.each([
    ['Jürgen/Müller', 'Juergen/Mueller'],
    ['Jürgen/Müller', 'Jurgen/Muller'],
    ['Stefan/Schmidt', 'Stephan/Schmitt'],
    ['Ayşe/Yılmaz', 'Ayse/Yilmaz'],
    ['Anna Maria/Weiß', 'Anna/Weiss'],
    ['Petra/Müller-Schmidt', 'Petra/Schmidt'],
    ['Karl-Heinz/Groß', 'Karlheinz/Gross'],
    ['Ada/Groß', 'Adda/Gross'],
    ['Maria/Rossi', 'Rossi/Maria'],
    ['Ursula/von Berg', 'Ursula/Berg'],
  ])('%s and %s may be the same person', (one, other) => {
    expect([similarNames(named(one), named(other)), similarNames(named(other), named(one))]).toEqual([true, true]);
  });

  test.each([
    ['Emre/Kaya', 'Elif/Kaya'],
    ['Tim/Kaya', 'Tom/Kaya'],
    ['Jan/Vogt', 'Jana/Stein'],
    ['Peter/von Berg', 'Peter/von Thal'],
    ['Thomas/Becker', 'Thomas/Müller'],
  ])('%s and %s are different people', (one, other) => {
    expect(similarNames(named(one), named(other))).toBe(false);
  });
});
