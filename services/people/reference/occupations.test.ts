import { describe, expect, test } from '@jest/globals';
import { occupationOf, searchOccupations } from './occupations.ts';

const codes = (search: string, count = 2): string[] =>
  searchOccupations(search)
    .slice(0, count)
    .map(({ code }) => code);

describe('looking for an occupation', () => {
  test('what somebody types finds the group they mean first', () => {
    expect(codes('Lager')).toEqual(['51311', '51312']);
    expect(codes('Fachkraft Lagerlogistik', 1)).toEqual(['51312']);
    expect(codes('koch')).toEqual(['29302', '29301']);
  });

  test.each(['Verkäuf', 'verkaeuf', ' VERKÄUF '])('umlauts and capitals make no difference: %s', (search) => {
    expect(searchOccupations(search)).toEqual(searchOccupations('verkäuf'));
    expect(codes(search, 1)).toEqual(['62102']);
  });

  test.each([
    ['Verkäuferin', 'Verkäufer'],
    ['Erzieherin', 'Erzieher'],
    ['Friseurin', 'Friseur'],
    ['Altenpflegerinnen', 'Altenpfleger'],
    ['Kauffrau Büromanagement', 'Kaufmann Büromanagement'],
    ['Lageristin', 'Lagerist'],
    ['Verkäufer*in', 'Verkäufer'],
    ['Verkäufer/-in', 'Verkäufer'],
    ['VerkäuferIn', 'Verkäufer'],
    ['Verkäufer (m/w/d)', 'Verkäufer'],
    ['Verka\u0308uferin', 'Verkäufer'],
  ])('%s finds what %s finds', (female, male) => {
    expect(searchOccupations(male)).not.toEqual([]);
    expect(searchOccupations(female)).toEqual(searchOccupations(male));
  });

  test('the beginning of a code finds its groups, in order', () => {
    expect(searchOccupations('5131').map(({ code }) => code)).toEqual(['51311', '51312']);
    expect(searchOccupations('01').every(({ code }) => code.startsWith('01'))).toBe(true);
  });

  test('nothing typed is everything, nonsense nothing', () => {
    expect(searchOccupations(' ')).toHaveLength(1301);
    expect(searchOccupations('xyzzy')).toEqual([]);
  });

  test('the last digit is the level that the work requires', () => {
    expect(occupationOf('54101')).toMatchObject({ code: '54101', requirementLevel: 1 });
    expect(occupationOf('99999')).toBeUndefined();
  });
});
