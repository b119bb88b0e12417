import { describe, expect, test } from '@jest/globals';
import { benefitPeriodsOf } from '../../benefit-unit/benefit-months.ts';
import type { BenefitUnit } from '../../benefit-unit/benefit-unit.ts';
import { leaveFormerUnit } from '../plan/leave-former-unit.ts';
import { listedAda } from '../read/listed-recipient.fixture.ts';
import type { ListedRecipient } from '../read/listed-recipient.ts';
import { contradictedReceipt, takeOverUnit } from './take-over-unit.ts';

const today = '2026-08-15';
const ada: ListedRecipient = listedAda;
const ben: ListedRecipient = {
  ...ada,
  customerNumber: '437D012346',
  role: 'PARTNER',
  givenName: 'Ben',
  sex: 'MALE',
};
const since2023 = { from: ada.benefitSince, employableFrom: '1995-03-01' };
const unit: BenefitUnit = {
  id: 'b-1',
  number: '43705BG0001234',
  municipality: '06431010',
  formedOn: '2023-01-01',
  members: [
    { personId: 'p-1', role: 'APPLICANT', ...since2023 },
    { personId: 'p-2', role: 'PARTNER', ...since2023 },
  ],
  present: ['p-1', 'p-2'],
  benefits: [{ from: '2023-01-01' }],
};
const members = (changes: Partial<ListedRecipient> = {}) => [
  { personId: 'p-1', recipient: { ...ada, ...changes } },
  { personId: 'p-2', recipient: { ...ben, ...changes } },
];
const takeOver = (registered: BenefitUnit | null, changes: Partial<ListedRecipient> = {}) =>
  takeOverUnit(registered, { unitId: 'b-1', members: members(changes), today });

describe('taking over the lines of one BG number', () => {
  test('a new unit is formed and comes into receipt', () => {
    const { state, events } = takeOver(null);
    expect([state, events.map(({ type }) => type)]).toEqual([
      unit,
      ['benefitUnit.formed', 'benefitUnit.benefitStarted'],
    ]);
  });

  test('the same lines a second time change nothing', () => {
    expect(takeOver(unit)).toEqual({ state: unit, events: [] });
  });

  test('a child born into the unit belongs to it from its birth, and the unit has its benefit since before', () => {
    const child = { ...ben, role: 'CHILD' as const, birthDate: '2011-05-01', benefitSince: '2011-05-01' };
    const parent = { ...ada, benefitSince: '2009-07-01' };
    const { state } = takeOverUnit(null, {
      unitId: 'b-1',
      members: [
        { personId: 'p-2', recipient: child },
        { personId: 'p-1', recipient: parent },
      ],
      today,
    });
    expect([state.benefits, state.members.map(({ personId, from }) => [personId, from])]).toEqual([
      [{ from: '2009-07-01' }],
      [
        ['p-1', '2009-07-01'],
        ['p-2', '2011-05-01'],
      ],
    ]);
  });

  test('a second list without roles makes nobody a second applicant', () => {
    const { role: _role, ...unnamed } = ben;
    const { state } = takeOverUnit(unit, { unitId: 'b-1', members: [{ personId: 'p-3', recipient: unnamed }], today });
    expect(state.members.at(-1)).toMatchObject({ personId: 'p-3', role: 'OTHER' });
  });

  test('a list without roles has the applicant in the first line', () => {
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

  test('a person who is new in the unit joins it', () => {
    const { state, events } = takeOver({ ...unit, members: unit.members.slice(0, 1) });
    expect([state.members, events.map(({ type }) => type)]).toEqual([unit.members, ['benefitUnit.updated']]);
  });

  test('the benefit ends where the list says so', () => {
    const { state, events } = takeOver(unit, { benefitUntil: '2025-06-30' });
    expect([state.benefits, events.map(({ type }) => type)]).toEqual([
      [{ from: '2023-01-01', to: '2025-06-30', reason: 'UNKNOWN' }],
      ['benefitUnit.benefitEnded'],
    ]);
  });

  test('a benefit that has ended since is neither started again nor ended on another day', () => {
    const ended: BenefitUnit = { ...unit, benefits: [{ from: '2023-01-01', to: '2024-03-31', reason: 'WORK' }] };
    expect([takeOver(ended), takeOver(ended, { benefitUntil: '2025-06-30' })]).toEqual([
      { state: ended, events: [] },
      { state: ended, events: [] },
    ]);
  });

  test('a later receipt is started', () => {
    const ended: BenefitUnit = { ...unit, benefits: [{ from: '2023-01-01', to: '2024-03-31', reason: 'WORK' }] };
    expect(takeOver(ended, { benefitSince: '2025-01-01' }).state.benefits).toEqual([
      ...ended.benefits,
      { from: '2025-01-01' },
    ]);
  });

  test('an earlier begin than the register has is a contradiction and changes nothing', () => {
    expect([
      contradictedReceipt(unit, { ...ada, benefitSince: '2021-01-01' }),
      contradictedReceipt(unit, ada),
      contradictedReceipt(unit, { ...ada, benefitSince: '2025-01-01' }),
    ]).toEqual(['2023-01-01', undefined, undefined]);
    expect(takeOver(unit, { benefitSince: '2021-01-01' })).toEqual({ state: unit, events: [] });
  });

  test('an earlier time that had ended before is entered for the people on the list', () => {
    const earlier = { benefitSince: '2015-01-01', benefitUntil: '2021-06-30' };
    const { state, events } = takeOver(unit, earlier);
    expect(contradictedReceipt(unit, { ...ada, ...earlier })).toBeUndefined();
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
    expect(takeOver(state, earlier)).toEqual({ state, events: [] });
  });

  test('an earlier time that runs into the registered one is a contradiction', () => {
    expect(contradictedReceipt(unit, { ...ada, benefitSince: '2021-01-01', benefitUntil: '2023-01-01' })).toBe(
      '2023-01-01',
    );
  });

  test('a person who belongs to other units joins as far as those leave room', () => {
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

describe('a person who is listed with another BG number', () => {
  test('a person listed with another BG number has left the former unit the day before', () => {
    expect(leaveFormerUnit(unit, { personId: 'p-2', from: '2026-01-01' }).state.members[1]).toEqual({
      personId: 'p-2',
      role: 'PARTNER',
      from: '2023-01-01',
      to: '2025-12-31',
      employableFrom: '1995-03-01',
    });
  });

  test.each([['2023-01-01'], ['2020-01-01']])('a person listed since %s stays in a unit they joined later', (from) => {
    expect(leaveFormerUnit(unit, { personId: 'p-2', from })).toEqual({ state: unit, events: [] });
  });
});
