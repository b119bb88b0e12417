import { describe, expect, test } from '@jest/globals';
import type { BenefitUnit } from '../benefit-unit/benefit-unit.ts';
import { registerPerson } from '../commands/person/register-person.ts';
import type { Person } from '../person/person.ts';
import { recipientFacts } from './recipient-facts.ts';

const ada: Person = {
  ...registerPerson(null, {
    id: 'p-1',
    customerNumber: '437D012345',
    givenName: 'Ada',
    familyName: 'Groß',
    birthDate: '1980-03-01',
    sex: 'FEMALE',
    municipality: '06431010',
    registeredOn: '2026-01-01',
    today: '2026-01-01',
  }).state,
  vocationalQualification: 'VOCATIONAL',
  obstacles: ['DEBT'],
};
const unit: BenefitUnit = {
  id: 'b-1',
  number: '43705BG0001234',
  municipality: '06431010',
  formedOn: '2023-01-15',
  members: [{ personId: 'p-1', role: 'APPLICANT', from: '2023-01-15' }],
  benefits: [{ from: '2023-01-15', to: '2024-03-31', reason: 'WORK' }, { from: '2024-06-01' }],
};

describe('the facts about a recipient on the cut-off day', () => {
  test('a recipient is counted by age, current receipt, qualification, childcare and obstacles', () => {
    expect(recipientFacts(ada, [unit], '2026-02-28')).toEqual({
      benefitUnitId: 'b-1',
      age: 'AGE_45_54',
      receipt: 'YEARS_1_TO_2',
      qualification: 'VOCATIONAL',
      childcare: 'NO_CHILD_UNDER_14',
      obstacles: ['DEBT'],
    });
  });

  test.each([
    ['2023-01-15', 'UNDER_1_YEAR'],
    ['2024-01-15', 'YEARS_1_TO_2'],
    ['2024-06-01', 'UNDER_1_YEAR'],
    ['2026-06-01', 'YEARS_2_TO_4'],
    ['2028-06-01', 'YEARS_4_PLUS'],
  ])('on %s the person has been in receipt for %s', (on, receipt) => {
    expect(recipientFacts(ada, [unit], on)?.receipt).toBe(receipt);
  });

  test.each([
    ['a person before the benefit began', {}, '2023-01-14'],
    ['a person while the unit needed no benefit', {}, '2024-05-01'],
    [
      'a person after leaving the unit',
      { members: [{ personId: 'p-1', role: 'APPLICANT' as const, from: '2023-01-15', to: '2025-12-31' }] },
      '2026-02-28',
    ],
    ['a person without a unit', { members: [] }, '2026-02-28'],
  ])('%s is no recipient', (_, changes, on) => {
    expect(recipientFacts(ada, [{ ...unit, ...changes }], on)).toBeUndefined();
  });

  test('a person is no recipient before the fifteenth birthday', () => {
    expect(recipientFacts({ ...ada, birthDate: '2011-03-01' }, [unit], '2026-02-28')).toBeUndefined();
  });

  test('a person is no recipient after the month in which they reach the age limit', () => {
    const on = (day: string) => recipientFacts({ ...ada, birthDate: '1959-12-20' }, [unit], day)?.age;
    expect([on('2026-02-28'), on('2026-03-01')]).toEqual(['AGE_55_PLUS', undefined]);
  });

  const born = (birthDate: string, careNeeded: Person['children'][number]['careNeeded'], careSecured: boolean) => ({
    birthDate,
    careNeeded,
    careSecured,
  });
  test.each([
    ['NO_CHILD_UNDER_14', [born('2011-01-01', ['MORNING'], false)]],
    ['CARE_MISSING', [born('2022-01-01', ['MORNING'], false), born('2020-01-01', [], true)]],
    ['CARE_SECURED', [born('2022-01-01', ['MORNING'], true)]],
    ['CARE_NOT_ASKED', [born('2022-01-01', [], false)]],
  ])('children like these are counted as %s', (need, children) => {
    expect(recipientFacts({ ...ada, children }, [unit], '2026-02-28')?.childcare).toBe(need);
  });
});
