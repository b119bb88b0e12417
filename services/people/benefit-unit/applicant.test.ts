import { describe, expect, test } from '@jest/globals';
import { household } from '../commands/ada.fixture.ts';
import { formBenefitUnit } from '../commands/benefit-unit/form-benefit-unit.ts';
import { joinBenefitUnit } from '../commands/benefit-unit/join-benefit-unit.ts';

const forming = { ...household, formedOn: '2024-03-01', today: '2026-03-15' };
const zoe = { personId: 'p-zoe', role: 'APPLICANT' as const };
const refused = expect.objectContaining({ code: 'SECOND_APPLICANT', field: 'role' });

describe('one person applies for a benefit unit', () => {
  test('a unit is not formed with two applicants', () => {
    const members = [{ personId: 'p-ada', role: 'APPLICANT' as const }, zoe];
    expect(() => formBenefitUnit(null, { ...forming, members })).toThrow(refused);
  });

  test.each([
    ['who stays', { from: '2025-01-01' }],
    ['for a time that is over', { from: '2025-01-01', to: '2025-02-01' }],
    ['from before the other one', { from: '2023-01-01' }],
  ])('nobody joins as another applicant %s', (_, time) => {
    expect(() => joinBenefitUnit(household, { ...zoe, ...time })).toThrow(refused);
  });

  test('somebody is the applicant after the other one has left, and before they came', () => {
    const [ada, ben] = household.members;
    const left = { ...household, members: [{ ...ada, to: '2025-06-30' }, ben] } as typeof household;
    for (const time of [{ from: '2025-07-01' }, { from: '2023-01-01', to: '2024-02-29' }])
      expect(joinBenefitUnit(left, { ...zoe, ...time }).state.members).toContainEqual({ ...zoe, ...time });
  });
});
