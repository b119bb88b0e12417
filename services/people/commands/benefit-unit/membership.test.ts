import { describe, expect, test } from '@jest/globals';
import type { Period } from '#shared/calendar/days.ts';
import { household, aboutHousehold } from '../ada.fixture.ts';
import { joinBenefitUnit } from './join-benefit-unit.ts';
import { leaveBenefitUnit } from './leave-benefit-unit.ts';

const cem = { personId: 'p-cem', role: 'CHILD' as const, from: '2025-06-01' };

describe('joining a benefit unit', () => {
  test('counts from that day on', () => {
    expect(joinBenefitUnit(household, cem)).toEqual({
      state: { ...household, members: [...household.members, cem], present: ['p-ada', 'p-ben', 'p-cem'] },
      events: [
        {
          type: 'benefitUnit.updated',
          data: { ...aboutHousehold, updatedOn: '2025-06-01', memberIds: ['p-ada', 'p-ben', 'p-cem'] },
        },
      ],
    });
  });

  test('names who is old enough to be a recipient, where the age of everybody is known', () => {
    const aged = {
      ...household,
      members: household.members.map((member) => ({ ...member, employableFrom: '1999-05-17' })),
    };
    const announced = (employableFrom?: string) =>
      joinBenefitUnit(aged, { ...cem, ...(employableFrom !== undefined && { employableFrom }) }).events.map(
        ({ data }) => ('employableMemberIds' in data ? data.employableMemberIds : undefined),
      );
    expect([announced('2025-06-02'), announced('2025-06-01'), announced()]).toEqual([
      [['p-ada', 'p-ben']],
      [['p-ada', 'p-ben', 'p-cem']],
      [undefined],
    ]);
  });

  test('names who is past the age limit, and counts them among the recipients of a day before it', () => {
    const aged = {
      ...household,
      members: household.members.map((member, index) => ({
        ...member,
        employableFrom: index === 0 ? '1999-05-17' : '1974-06-20',
      })),
    };
    const announced = (today: string) =>
      joinBenefitUnit(aged, { ...cem, employableFrom: '2014-01-01' }, { today }).events[0]?.data;
    const before = {
      ...aboutHousehold,
      updatedOn: '2025-06-01',
      memberIds: ['p-ada', 'p-ben', 'p-cem'],
      employableMemberIds: ['p-ada', 'p-ben', 'p-cem'],
    };
    expect([announced('2025-08-31'), announced('2025-09-01')]).toEqual([
      before,
      { ...before, pastAgeLimitMemberIds: ['p-ben'] },
    ]);
    expect(
      joinBenefitUnit(aged, { ...cem, from: '2025-09-01', employableFrom: '2014-01-01' }).events[0]?.data,
    ).toMatchObject({ employableMemberIds: ['p-ada', 'p-cem'], pastAgeLimitMemberIds: ['p-ben'] });
  });

  test('announces nothing for somebody who belongs to it already', () => {
    expect(joinBenefitUnit(household, { personId: 'p-ada', role: 'PARTNER', from: '2025-06-01' })).toEqual({
      state: household,
      events: [],
    });
  });

  test('is possible again after leaving', () => {
    const { state } = leaveBenefitUnit(household, { personId: 'p-ben', leftOn: '2025-01-31' });
    expect(joinBenefitUnit(state, { personId: 'p-ben', role: 'PARTNER', from: '2025-06-01' }).state.members).toEqual([
      household.members[0],
      { ...household.members[1], to: '2025-01-31' },
      { personId: 'p-ben', role: 'PARTNER', from: '2025-06-01' },
    ]);
  });

  test('from an earlier day than was known brings the begin forward', () => {
    const { state, events } = joinBenefitUnit(household, { personId: 'p-ada', role: 'PARENT', from: '2015-04-01' });
    expect([state, events]).toEqual([
      { ...household, members: [{ ...household.members[0], from: '2015-04-01' }, household.members[1]] },
      [{ type: 'benefitUnit.updated', data: { ...aboutHousehold, updatedOn: '2015-04-01', memberIds: ['p-ada'] } }],
    ]);
  });

  test('is announced with its end for a time that is over', () => {
    const then = { ...cem, from: '2025-01-01', to: '2025-03-31' };
    expect(joinBenefitUnit(household, then)).toEqual({
      state: { ...household, members: [...household.members, then] },
      events: [
        {
          type: 'benefitUnit.updated',
          data: { ...aboutHousehold, updatedOn: '2025-01-01', memberIds: ['p-ada', 'p-ben', 'p-cem'] },
        },
        {
          type: 'benefitUnit.updated',
          data: { ...aboutHousehold, updatedOn: '2025-03-31', memberIds: ['p-ada', 'p-ben'] },
        },
      ],
    });
  });

  test('does not bring back somebody who has left', () => {
    const { state } = leaveBenefitUnit(household, { personId: 'p-ben', leftOn: '2025-01-31' });
    expect(joinBenefitUnit(state, { personId: 'p-ben', role: 'PARTNER', from: '2020-01-01' }).state.members[1]).toEqual(
      { personId: 'p-ben', role: 'PARTNER', from: '2020-01-01', to: '2025-01-31' },
    );
    expect(joinBenefitUnit(state, { personId: 'p-ben', role: 'PARTNER', from: '2024-06-01' })).toEqual({
      state,
      events: [],
    });
  });

  test.each<[string, Period[]]>([
    ['while another unit goes on', [{ from: '2020-01-01' }]],
    ['before the last day in another one', [{ from: '2020-01-01', to: '2025-06-01' }]],
    ['before the first day in another one', [{ from: '2025-12-01', to: '2025-12-31' }]],
  ])('is refused %s', (_, elsewhere) => {
    expect(() => joinBenefitUnit(household, cem, { elsewhere })).toThrow(
      expect.objectContaining({ code: 'MEMBER_OF_ANOTHER_UNIT' }),
    );
  });

  test('is possible the day after leaving another one, and for a time before it', () => {
    expect(
      joinBenefitUnit(household, cem, { elsewhere: [{ from: '2020-01-01', to: '2025-05-31' }] }).state.members,
    ).toHaveLength(3);
    expect(
      joinBenefitUnit(household, { ...cem, to: '2025-11-30' }, { elsewhere: [{ from: '2025-12-01' }] }).state.members,
    ).toHaveLength(3);
  });

  test('is refused when it ends before it begins', () => {
    expect(() => joinBenefitUnit(household, { ...cem, to: '2025-05-31' })).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT' }),
    );
  });
});

describe('leaving a benefit unit', () => {
  test('keeps the membership up to the last day', () => {
    expect(leaveBenefitUnit(household, { personId: 'p-ben', leftOn: '2025-01-31' })).toEqual({
      state: {
        ...household,
        members: [household.members[0], { ...household.members[1], to: '2025-01-31' }],
        present: ['p-ada'],
      },
      events: [
        { type: 'benefitUnit.updated', data: { ...aboutHousehold, updatedOn: '2025-01-31', memberIds: ['p-ada'] } },
      ],
    });
  });

  test('announces nothing the second time', () => {
    const { state } = leaveBenefitUnit(household, { personId: 'p-ben', leftOn: '2025-01-31' });
    expect(leaveBenefitUnit(state, { personId: 'p-ben', leftOn: '2025-01-31' })).toEqual({ state, events: [] });
  });

  test.each([
    ['somebody who is no member', 'NOT_A_MEMBER', { personId: 'p-cem', leftOn: '2025-01-31' }],
    ['a day before they joined', 'INVALID_INPUT', { personId: 'p-ben', leftOn: '2024-02-29' }],
  ])('is refused for %s: %s', (_, code, leaving) => {
    expect(() => leaveBenefitUnit(household, leaving)).toThrow(expect.objectContaining({ code }));
  });
});
