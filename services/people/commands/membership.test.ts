import { describe, expect, test } from '@jest/globals';
import { household, ofHousehold } from './ada.fixture.ts';
import { joinBenefitUnit } from './join-benefit-unit.ts';
import { leaveBenefitUnit } from './leave-benefit-unit.ts';

const cem = { personId: 'p-cem', role: 'CHILD' as const, from: '2025-06-01' };

describe('joining a benefit unit', () => {
  test('counts from that day on', () => {
    expect(joinBenefitUnit(household, cem)).toEqual({
      state: { ...household, members: [...household.members, cem] },
      events: [{ type: 'benefitUnit.updated', data: { ...ofHousehold, updatedOn: '2025-06-01', memberIds: ['p-ada', 'p-ben', 'p-cem'] } }],
    });
  });

  test('says nothing for who belongs to it already', () => {
    expect(joinBenefitUnit(household, { personId: 'p-ada', role: 'PARTNER', from: '2025-06-01' })).toEqual({ state: household, events: [] });
  });

  test('is possible again after leaving', () => {
    const { state } = leaveBenefitUnit(household, { personId: 'p-ben', leftOn: '2025-01-31' });
    expect(joinBenefitUnit(state, { personId: 'p-ben', role: 'PARTNER', from: '2025-06-01' }).state.members).toEqual([
      household.members[0], { ...household.members[1], to: '2025-01-31' }, { personId: 'p-ben', role: 'PARTNER', from: '2025-06-01' },
    ]);
  });
});

describe('leaving a benefit unit', () => {
  test('keeps the membership up to the last day', () => {
    expect(leaveBenefitUnit(household, { personId: 'p-ben', leftOn: '2025-01-31' })).toEqual({
      state: { ...household, members: [household.members[0], { ...household.members[1], to: '2025-01-31' }] },
      events: [{ type: 'benefitUnit.updated', data: { ...ofHousehold, updatedOn: '2025-01-31', memberIds: ['p-ada'] } }],
    });
  });

  test('says nothing the second time', () => {
    const { state } = leaveBenefitUnit(household, { personId: 'p-ben', leftOn: '2025-01-31' });
    expect(leaveBenefitUnit(state, { personId: 'p-ben', leftOn: '2025-01-31' })).toEqual({ state, events: [] });
  });

  test.each([
    ['NOT_A_MEMBER', { personId: 'p-cem', leftOn: '2025-01-31' }],
    ['INVALID_INPUT', { personId: 'p-ben', leftOn: '2024-02-29' }],
  ])('is refused with %s', (code, leaving) => {
    expect(() => leaveBenefitUnit(household, leaving)).toThrow(expect.objectContaining({ code }));
  });
});
