import { describe, expect, test } from '@jest/globals';
import { outOfReceiptSince, receiptOn, withAges, withHousehold, type KnownBenefitUnit } from './known-unit.ts';

const here = '06431010';
const formed: KnownBenefitUnit = {
  id: 'u-1',
  homes: [],
  members: [],
  benefits: [{ from: '2010-01-01', startedBy: 'u-1.2' }],
};
const recordedOn = '2026-03-01';
const household = (employableMemberIds?: string[]): KnownBenefitUnit =>
  withHousehold(formed, {
    municipality: here,
    on: '2010-01-01',
    recordedOn,
    memberIds: ['p-ada', 'p-cem'],
    employableMemberIds,
  });
const recipients = (unit: KnownBenefitUnit, day: string): string[] | undefined => receiptOn(unit, here, day)?.personIds;

describe('the recipients of a unit', () => {
  test('are those who were said to be old enough', () => {
    expect(recipients(household(['p-ada']), '2013-09-01')).toEqual(['p-ada']);
  });

  test('are all members where nobody said how old they are, as in events of former times', () => {
    expect(recipients(household(), '2013-09-01')).toEqual(['p-ada', 'p-cem']);
  });

  test('grow by a child from the day of which it is said to be old enough, whatever is said without ages', () => {
    const later = withHousehold(household(['p-ada']), {
      municipality: here,
      on: '2011-01-01',
      recordedOn,
      memberIds: ['p-ada', 'p-cem', 'p-dora'],
    });
    const grown = withAges(later, { on: '2013-10-01', recordedOn, employableMemberIds: ['p-ada', 'p-cem', 'p-dora'] });
    expect(['2012-01-01', '2013-10-01'].map((day) => recipients(grown, day))).toEqual([
      ['p-ada', 'p-dora'],
      ['p-ada', 'p-cem', 'p-dora'],
    ]);
  });

  test('count a child from the earliest day on which it was said to be old enough, whichever day is said first', () => {
    const later = withAges(household(['p-ada']), {
      on: '2016-01-01',
      recordedOn,
      employableMemberIds: ['p-ada', 'p-cem'],
    });
    const both = withAges(later, { on: '2014-01-01', recordedOn, employableMemberIds: ['p-ada', 'p-cem'] });
    expect(['2013-12-31', '2014-01-01'].map((day) => recipients(both, day))).toEqual([['p-ada'], ['p-ada', 'p-cem']]);
  });

  test('are without a member from the day on which it was said that the age limit is reached, not before', () => {
    const old = withAges(household(['p-ada', 'p-cem']), {
      on: '2012-01-01',
      recordedOn,
      employableMemberIds: ['p-ada', 'p-cem'],
      pastAgeLimitMemberIds: ['p-ada'],
    });
    expect(['2013-09-01', '2026-02-28', '2026-03-01'].map((day) => recipients(old, day))).toEqual([
      ['p-ada', 'p-cem'],
      ['p-ada', 'p-cem'],
      ['p-cem'],
    ]);
  });

  test('are without a member who had reached the age limit on the day it was about, whatever else is said', () => {
    const old = withAges(household(['p-ada', 'p-cem']), {
      on: '2012-01-01',
      recordedOn,
      employableMemberIds: ['p-cem'],
      pastAgeLimitMemberIds: ['p-ada'],
    });
    const again = withAges(old, {
      on: '2011-01-01',
      recordedOn,
      employableMemberIds: ['p-ada', 'p-cem'],
      pastAgeLimitMemberIds: ['p-ada'],
    });
    expect(['2011-12-31', '2012-01-01', '2026-03-01'].map((day) => recipients(again, day))).toEqual([
      ['p-ada', 'p-cem'],
      ['p-cem'],
      ['p-cem'],
    ]);
  });

  test('never count a member who was past the age limit from the first', () => {
    const joined = withHousehold(household(['p-cem']), {
      municipality: here,
      on: '2020-01-01',
      recordedOn,
      memberIds: ['p-cem', 'p-eva'],
      employableMemberIds: ['p-cem'],
      pastAgeLimitMemberIds: ['p-eva'],
    });
    expect(recipients(joined, '2021-01-01')).toEqual(['p-cem']);
  });
});

describe('a unit without benefit', () => {
  const ended = (to?: string, again?: string): Pick<KnownBenefitUnit, 'benefits'> => ({
    benefits: [
      { from: '2010-01-01', startedBy: 'e-1', ...(to !== undefined && { to }) },
      ...(again === undefined ? [] : [{ from: again, startedBy: 'e-3' }]),
    ],
  });

  test.each([
    ['since the last day with benefit', { unit: ended('2014-01-31'), since: '2014-01-31' }],
    ['not while it is in receipt', { unit: ended(), since: undefined }],
    ['not when it is in receipt again', { unit: ended('2014-01-31', '2014-02-02'), since: undefined }],
    ['not before the end', { unit: ended('2014-05-31'), since: undefined }],
  ])('is one %s', (_, { unit, since }) => {
    expect(outOfReceiptSince(unit, '2014-04-30')).toBe(since);
  });
});
