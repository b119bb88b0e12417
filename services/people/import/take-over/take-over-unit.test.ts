import { describe, expect, test } from '@jest/globals';
import { benefitPeriodsOf } from '../../benefit-unit/benefit-months.ts';
import type { BenefitUnit } from '../../benefit-unit/benefit-unit.ts';
import { leaveFor } from '../plan/leave-former-unit.ts';
import type { Recipient } from '../read/recipient.ts';
import { benefitProblem, takeOverUnit } from './take-over-unit.ts';

const today = '2026-08-15';
const ada: Recipient = {
  customerNumber: '437D012345',
  benefitUnitNumber: '43705BG0001234',
  role: 'APPLICANT',
  givenName: 'Ada',
  familyName: 'Groß',
  birthDate: '1980-03-01',
  sex: 'FEMALE',
  municipality: '06431010',
  benefitSince: '2023-01-01',
};
const ben: Recipient = { ...ada, customerNumber: '437D012346', role: 'PARTNER', givenName: 'Ben', sex: 'MALE' };
const unit: BenefitUnit = {
  id: 'b-1',
  number: '43705BG0001234',
  municipality: '06431010',
  formedOn: '2023-01-01',
  members: [
    { personId: 'p-1', role: 'APPLICANT', from: '2023-01-01', employableFrom: '1995-03-01' },
    { personId: 'p-2', role: 'PARTNER', from: '2023-01-01', employableFrom: '1995-03-01' },
  ],
  present: ['p-1', 'p-2'],
  benefits: [{ from: '2023-01-01' }],
};
const members = (changes: Partial<Recipient> = {}) => [
  { personId: 'p-1', recipient: { ...ada, ...changes } },
  { personId: 'p-2', recipient: { ...ben, ...changes } },
];
const taken = (known: BenefitUnit | null, changes: Partial<Recipient> = {}) =>
  takeOverUnit(known, { unitId: 'b-1', members: members(changes), today });

describe('taking over the lines of one BG number', () => {
  test('forms the unit, which comes into receipt', () => {
    const { state, events } = taken(null);
    expect([state, events.map(({ type }) => type)]).toEqual([
      unit,
      ['benefitUnit.formed', 'benefitUnit.benefitStarted'],
    ]);
  });

  test('is quiet the second time', () => {
    expect(taken(unit)).toEqual({ state: unit, events: [] });
  });

  test('without roles the first line is the applicant', () => {
    const { role: _role, ...unnamed } = ada;
    const { state } = takeOverUnit(null, {
      unitId: 'b-1',
      members: [
        { personId: 'p-1', recipient: unnamed },
        { personId: 'p-2', recipient: unnamed },
      ],
      today,
    });
    expect(state.members.map(({ role }) => role)).toEqual(['APPLICANT', 'OTHER']);
  });

  test('adds who is new in it', () => {
    const { state, events } = taken({ ...unit, members: unit.members.slice(0, 1) });
    expect([state.members, events.map(({ type }) => type)]).toEqual([unit.members, ['benefitUnit.updated']]);
  });

  test('ends the benefit where the list says so', () => {
    const { state, events } = taken(unit, { benefitUntil: '2025-06-30' });
    expect([state.benefits, events.map(({ type }) => type)]).toEqual([
      [{ from: '2023-01-01', to: '2025-06-30', reason: 'UNKNOWN' }],
      ['benefitUnit.benefitEnded'],
    ]);
  });

  test('does not begin again what ended since, nor end it otherwise', () => {
    const ended: BenefitUnit = { ...unit, benefits: [{ from: '2023-01-01', to: '2024-03-31', reason: 'WORK' }] };
    expect([taken(ended), taken(ended, { benefitUntil: '2025-06-30' })]).toEqual([
      { state: ended, events: [] },
      { state: ended, events: [] },
    ]);
  });

  test('begins a later receipt', () => {
    const ended: BenefitUnit = { ...unit, benefits: [{ from: '2023-01-01', to: '2024-03-31', reason: 'WORK' }] };
    expect(taken(ended, { benefitSince: '2025-01-01' }).state.benefits).toEqual([
      ...ended.benefits,
      { from: '2025-01-01' },
    ]);
  });

  test('an earlier begin than the register knows is for somebody to find out, and changes nothing', () => {
    expect([
      benefitProblem(unit, { ...ada, benefitSince: '2021-01-01' }),
      benefitProblem(unit, ada),
      benefitProblem(unit, { ...ada, benefitSince: '2025-01-01' }),
    ]).toEqual(['2023-01-01', undefined, undefined]);
    expect(taken(unit, { benefitSince: '2021-01-01' })).toEqual({ state: unit, events: [] });
  });

  test('an earlier time that had ended before is entered, for those on the list', () => {
    const earlier = { benefitSince: '2015-01-01', benefitUntil: '2021-06-30' };
    const { state, events } = taken(unit, earlier);
    expect(benefitProblem(unit, { ...ada, ...earlier })).toBeUndefined();
    expect(state.benefits).toEqual([
      { from: '2015-01-01', to: '2021-06-30', reason: 'UNKNOWN' },
      { from: '2023-01-01' },
    ]);
    expect(benefitPeriodsOf('p-2', [state])).toEqual([
      { from: '2015-01-01', to: '2021-06-30' },
      { from: '2023-01-01' },
    ]);
    expect(new Set(events.map(({ type }) => type))).toEqual(
      new Set(['benefitUnit.updated', 'benefitUnit.benefitStarted', 'benefitUnit.benefitEnded']),
    );
    expect(taken(state, earlier)).toEqual({ state, events: [] });
  });

  test('an earlier time that runs into the one that is known is for somebody to find out', () => {
    expect(benefitProblem(unit, { ...ada, benefitSince: '2021-01-01', benefitUntil: '2023-01-01' })).toBe('2023-01-01');
  });

  test('who belongs to other units is taken in as far as those leave room', () => {
    const elsewhere = [
      { personId: 'p-1', recipient: ada, elsewhere: [{ from: '2024-01-01' }] },
      { personId: 'p-2', recipient: ben, elsewhere: [{ from: '2022-01-01', to: '2023-03-31' }] },
      { personId: 'p-3', recipient: ben, elsewhere: [{ from: '2023-01-01' }] },
    ];
    expect(takeOverUnit(null, { unitId: 'b-1', members: elsewhere, today }).state.members).toEqual([
      { personId: 'p-1', role: 'APPLICANT', from: '2023-01-01', to: '2023-12-31', employableFrom: '1995-03-01' },
      { personId: 'p-2', role: 'PARTNER', from: '2023-04-01', employableFrom: '1995-03-01' },
    ]);
  });
});

describe('who is listed with another BG number', () => {
  test('has left the old unit the day before', () => {
    expect(leaveFor(unit, { personId: 'p-2', from: '2026-01-01' }).state.members[1]).toEqual({
      personId: 'p-2',
      role: 'PARTNER',
      from: '2023-01-01',
      to: '2025-12-31',
      employableFrom: '1995-03-01',
    });
  });

  test.each([['2023-01-01'], ['2020-01-01']])('stays in a unit joined since: list of %s', (from) => {
    expect(leaveFor(unit, { personId: 'p-2', from })).toEqual({ state: unit, events: [] });
  });
});
