import { describe, expect, test } from '@jest/globals';
import { isInReceipt, isLongTermReceipt } from '#shared/funding/long-term-receipt.ts';
import { instrumentOn, instrumentsGranted, versionOf, type DaysOfGrant } from '../instruments/catalogue.ts';
import type { Instrument } from '../instruments/instrument.ts';
import { assess, type Eligibility } from './assess.ts';
import type { EligibilityFacts } from './facts.ts';
import { conditions16e } from './p16e.ts';

const ada: EligibilityFacts = {
  birthDate: '1984-05-17',
  benefitPeriods: [{ from: '2015-01-01', to: null }],
  employments: [],
  severelyDisabled: false,
  youngestChildOfAgeOn: null,
  fundedMonths16i: 0,
  placements: [],
  workOpportunities: [],
};

function inForce(code: string, on: string): Instrument {
  const instrument = instrumentOn(code, on);
  if (!instrument) throw new Error(`no ${code} on ${on}`);
  return instrument;
}
const assessOn = (code: string, startOn: string, facts: EligibilityFacts): Eligibility =>
  assess(inForce(code, startOn), facts, { startOn, grantedOn: startOn });
const verdictAndUnmet = ({ verdict, metOn, conditions }: Eligibility) => [
  verdict,
  metOn,
  ...conditions
    .filter(({ state }) => state.startsWith('NOT'))
    .map(({ code, actual, metOn: from }) => [code, actual, from]),
];

describe('§ 16e from 1 July 2026', () => {
  const start = '2026-09-01';

  test('fits who had benefit in 21 of 24 months and did not work', () => {
    expect(verdictAndUnmet(assessOn('P16E', start, ada))).toEqual(['FITS', start]);
  });

  test('leaves to the decider what no fact answers', () => {
    const byHand = assessOn('P16E', start, ada)
      .conditions.filter(({ state }) => state === 'CHECK_BY_HAND')
      .map(({ code }) => code);
    expect(byHand).toEqual(['PLACEMENT_SUPPORT', 'CONTRACT_TERM', 'INSURED_WORK', 'EMPLOYER_NOT_EXCLUDED']);
  });

  test.each([
    ['21 months before the start are enough', '2024-12-01', ['FITS', start]],
    [
      '20 months will be 21 a month later',
      '2025-01-01',
      ['FITS_LATER', '2026-10-01', ['BENEFIT_21_OF_24_MONTHS', 20, '2026-10-01']],
    ],
  ])('%s', (_, from, answer) => {
    expect(verdictAndUnmet(assessOn('P16E', start, { ...ada, benefitPeriods: [{ from, to: null }] }))).toEqual(answer);
  });

  test.each(['2025-03-01', '2025-03-31', '2026-01-15', '2026-08-31', '2026-09-01', '2026-12-31'])(
    'on %s asks for the same long-term receipt that people are listed with',
    (on) => {
      for (const from of ['2023-01-01', '2024-03-31', '2024-04-01', '2024-12-01', '2025-01-01', '2025-03-01']) {
        const benefitPeriods = [{ from, to: null }];
        const [now, benefit] = conditions16e({ ...ada, benefitPeriods }, on);
        expect([from, now?.met, now?.met && benefit?.met]).toEqual([
          from,
          isInReceipt(benefitPeriods, on),
          isLongTermReceipt(benefitPeriods, on),
        ]);
      }
    },
  );

  test('will never fit by time alone when benefit has ended', () => {
    const facts = { ...ada, benefitPeriods: [{ from: '2024-09-01', to: '2026-02-28' }] };
    expect(verdictAndUnmet(assessOn('P16E', start, facts))).toEqual([
      'DOES_NOT_FIT',
      null,
      ['IN_RECEIPT_ON_START', null, null],
      ['BENEFIT_21_OF_24_MONTHS', 18, null],
    ]);
  });

  test('is not for whoever has left benefit, however long it was', () => {
    const facts = { ...ada, benefitPeriods: [{ from: '2015-01-01', to: '2026-08-31' }] };
    expect(verdictAndUnmet(assessOn('P16E', start, facts))).toEqual([
      'DOES_NOT_FIT',
      null,
      ['IN_RECEIPT_ON_START', null, null],
    ]);
  });

  test('fits from the day on which benefit begins again', () => {
    const facts = {
      ...ada,
      benefitPeriods: [
        { from: '2015-01-01', to: '2026-08-20' },
        { from: '2026-09-10', to: null },
      ],
    };
    expect(verdictAndUnmet(assessOn('P16E', start, facts))).toEqual([
      'FITS_LATER',
      '2026-09-10',
      ['IN_RECEIPT_ON_START', null, '2026-09-10'],
    ]);
  });

  test.each([
    [
      'insured work that goes on at the start is not short, however new it is',
      { from: '2026-11-01', to: null, hoursPerWeek: 39, insured: true },
      ['FITS_AT_DISCRETION', null, ['ONLY_SHORT_WORK', 25, null]],
    ],
    [
      'insured work that ends soon stands against it until enough of it lies behind the two years',
      { from: '2026-10-05', to: '2026-12-15', hoursPerWeek: 39, insured: true },
      ['FITS_AT_DISCRETION', '2028-11-01', ['ONLY_SHORT_WORK', 52, '2028-11-01']],
    ],
    [
      'work that is over counts with the month of the start',
      { from: '2026-08-01', to: '2026-11-10', hoursPerWeek: 39, insured: true },
      ['FITS_AT_DISCRETION', '2028-10-01', ['ONLY_SHORT_WORK', 102, '2028-10-01']],
    ],
    [
      'a new marginal job is short',
      { from: '2026-11-01', to: null, hoursPerWeek: 8, insured: false },
      ['FITS', '2026-11-26'],
    ],
    [
      'work that begins with the start is what is paid for',
      { from: '2026-11-26', to: null, hoursPerWeek: 39, insured: true },
      ['FITS', '2026-11-26'],
    ],
  ])('%s', (_, job, answer) => {
    expect(verdictAndUnmet(assessOn('P16E', '2026-11-26', { ...ada, employments: [job] }))).toEqual(answer);
  });

  test('more than short work is a matter of discretion, and passes with time', () => {
    const facts = { ...ada, employments: [{ from: '2025-01-10', to: '2025-05-20', hoursPerWeek: 10, insured: false }] };
    expect(verdictAndUnmet(assessOn('P16E', start, facts))).toEqual([
      'FITS_AT_DISCRETION',
      '2027-04-01',
      ['ONLY_SHORT_WORK', 131, '2027-04-01'],
    ]);
  });

  test.each([
    ['insured work of 20 hours a week since 2020', { from: '2020-01-01', to: null }, 'DOES_NOT_FIT'],
    ['marginal work since 2020', { from: '2020-01-01', to: null, hoursPerWeek: 8, insured: false }, 'DOES_NOT_FIT'],
    ['self-employment since 2020', { from: '2020-01-01', to: null, insured: false }, 'DOES_NOT_FIT'],
    ['work on a day more than half of the days', { from: '2024-12-01', to: '2025-12-01' }, 'FITS_LATER'],
    ['work on half of the days', { from: '2024-12-01', to: '2025-11-30' }, 'FITS_AT_DISCRETION'],
    ['work of 61 days', { from: '2025-01-01', to: '2025-03-02' }, 'FITS_AT_DISCRETION'],
    ['work of 60 days', { from: '2025-01-01', to: '2025-03-01' }, 'FITS'],
  ])('only short work has an upper bound: %s', (_, job, verdict) => {
    const facts = { ...ada, employments: [{ hoursPerWeek: 20, insured: true, ...job }] };
    expect(assessOn('P16E', '2026-12-01', facts).verdict).toBe(verdict);
  });

  test('says what it counts, and where a number that the law does not have comes from', () => {
    const { conditions } = assessOn('P16E', start, ada);
    expect(conditions.find(({ code }) => code === 'ONLY_SHORT_WORK')).toMatchObject({
      unit: 'DAYS',
      required: 60,
      expectation: expect.stringContaining('no number in §§ 16e, 16i SGB II; default of this house'),
    });
  });

  test('a contract of a year is too short, whenever it begins', () => {
    expect(verdictAndUnmet(assessOn('P16E', start, { ...ada, contractMonths: 12 }))).toEqual([
      'DOES_NOT_FIT',
      null,
      ['CONTRACT_TERM', 12, null],
    ]);
  });
});

describe('§ 16e until 30 June 2026', () => {
  const work = (from: string, to: string | null, hoursPerWeek = 30) => [{ from, to, hoursPerWeek, insured: true }];

  test.each([
    ['fits after two years without work', work('2020-01-01', '2023-12-31'), ['FITS', '2026-01-01']],
    [
      'fits later when the two years end before the law does',
      work('2020-01-01', '2024-03-31'),
      ['FITS_LATER', '2026-04-01', ['UNEMPLOYED_24_MONTHS', 21, '2026-04-01']],
    ],
    [
      'promises nothing beyond the end of that law',
      work('2020-01-01', '2025-03-31'),
      ['DOES_NOT_FIT', null, ['UNEMPLOYED_24_MONTHS', 9, null]],
    ],
    [
      'is not interrupted by work of four months',
      [...work('2019-01-01', '2022-12-31'), ...work('2025-02-01', '2025-05-31')],
      ['FITS', '2026-01-01'],
    ],
    ['is not for who still works', work('2025-11-01', null), ['DOES_NOT_FIT', null, ['UNEMPLOYED_24_MONTHS', 0, null]]],
    [
      'is not for who works until the day before',
      work('2025-11-01', '2025-12-31'),
      ['FITS_LATER', '2026-01-02', ['UNEMPLOYED_24_MONTHS', 0, '2026-01-02']],
    ],
    ['does not mind a job under 15 hours', work('2025-01-01', null, 10), ['FITS', '2026-01-01']],
  ])('%s', (_, employments, answer) => {
    expect(verdictAndUnmet(assessOn('P16E', '2026-01-01', { ...ada, employments }))).toEqual(answer);
  });

  test.each([
    ['on the day', '2024-06-19', ['FITS', '2026-06-20']],
    ['some days before', '2024-06-15', ['FITS', '2026-06-20']],
    ['not a day before', '2024-06-20', ['FITS_LATER', '2026-06-21', ['UNEMPLOYED_24_MONTHS', 23, '2026-06-21']]],
    [
      'on the same day of the month, whatever the months are long',
      '2024-06-25',
      ['FITS_LATER', '2026-06-26', ['UNEMPLOYED_24_MONTHS', 23, '2026-06-26']],
    ],
  ])('two years are over by the day: %s', (_, workedUntil, answer) => {
    const facts = { ...ada, employments: work('2015-01-01', workedUntil, 39) };
    expect(verdictAndUnmet(assessOn('P16E', '2026-06-20', facts))).toEqual(answer);
  });

  test.each([
    ['six months do no harm', work('2024-01-01', '2024-06-30'), 42],
    ['a day more does', work('2024-01-01', '2024-07-01'), 23],
    ['two times are added up', [...work('2023-01-01', '2023-03-31'), ...work('2024-01-01', '2024-04-30')], 34],
  ])('of work in between, %s', (_, between, months) => {
    const facts = { ...ada, employments: [...work('2015-01-01', '2022-06-14', 39), ...between] };
    const [, unemployed] = assessOn('P16E', '2026-06-15', facts).conditions;
    expect(unemployed?.actual).toBe(months);
  });
});

describe('the law of the grant', () => {
  const granted = (code: string, days: DaysOfGrant): string | undefined => {
    const instrument = instrumentsGranted(days).find((each) => each.code === code);
    return instrument && versionOf(instrument);
  };

  test.each([
    ['§ 16f granted before the reform and begun after it', 'P16F', '2026-06-15', '2026-07-06', 'P16F@2012-04-01'],
    ['§ 16f granted on the first day of the reform', 'P16F', '2026-07-01', '2026-07-06', 'P16F@2026-07-01'],
    ['§ 16e granted on the last day of the old law', 'P16E', '2026-06-30', '2026-09-01', 'P16E@2019-01-01'],
    ['training granted before the Agentur took it over', 'P81_FBW', '2024-12-10', '2025-01-10', 'P81_FBW@2012-04-01'],
    ['a subsidy of which the law asks when it began', 'P88_EGZ', '2028-12-20', '2029-01-05', 'P88_EGZ@2029-01-01'],
  ])('applies to %s', (_, code, ...[grantedOn, startOn, version]) => {
    expect(granted(code, { grantedOn, startOn })).toBe(version);
  });

  test('goes on for a start after its end, and for the days on which time meets it', () => {
    const days = { grantedOn: '2026-06-15', startOn: '2026-09-01' };
    const employments = [{ from: '2020-01-01', to: '2024-09-30', hoursPerWeek: 30, insured: true }];
    expect(verdictAndUnmet(assess(inForce('P16E', days.grantedOn), { ...ada, employments }, days))).toEqual([
      'FITS_LATER',
      '2026-10-01',
      ['UNEMPLOYED_24_MONTHS', 23, '2026-10-01'],
    ]);
  });
});

describe('§ 16i', () => {
  const start = '2026-09-01';

  test('fits from the 25th birthday on', () => {
    expect(verdictAndUnmet(assessOn('P16I', start, { ...ada, birthDate: '2001-11-20' }))).toEqual([
      'FITS_LATER',
      '2026-11-20',
      ['AGE_25', 24, '2026-11-20'],
    ]);
  });

  test('asks for six of the last seven years', () => {
    const facts = { ...ada, benefitPeriods: [{ from: '2021-01-01', to: null }] };
    expect(verdictAndUnmet(assessOn('P16I', start, facts))).toEqual([
      'FITS_LATER',
      '2027-01-01',
      ['BENEFIT_72_OF_84_MONTHS', 68, '2027-01-01'],
    ]);
  });

  test.each([
    ['a child who is still minor', { youngestChildOfAgeOn: '2026-09-02' }],
    ['a severe disability', { severelyDisabled: true }],
  ])('the last five years are enough with %s', (_, fact) => {
    const facts = { ...ada, benefitPeriods: [{ from: '2021-09-01', to: null }], ...fact };
    expect(verdictAndUnmet(assessOn('P16I', start, facts))).toEqual(['FITS', start]);
  });

  test.each([
    [
      'a year without in seven is met',
      [
        { from: '2015-01-01', to: '2023-12-31' },
        { from: '2025-01-01', to: null },
      ],
      [72, 'MET'],
    ],
    [
      'a year and some days, in months that count all the same, is looked at',
      [
        { from: '2015-01-01', to: '2023-12-10' },
        { from: '2024-12-25', to: null },
      ],
      [73, 'CHECK_BY_HAND'],
    ],
    [
      'more is not met',
      [
        { from: '2015-01-01', to: '2023-11-30' },
        { from: '2025-01-01', to: null },
      ],
      [71, 'NOT_YET'],
    ],
  ])('%s', (_, benefitPeriods, answer) => {
    const benefit = assessOn('P16I', start, { ...ada, benefitPeriods }).conditions.find(
      ({ code }) => code === 'BENEFIT_72_OF_84_MONTHS',
    );
    expect([benefit?.actual, benefit?.state]).toEqual(answer);
  });

  test('a gap in the last five years leads back to six of the last seven', () => {
    const facts = {
      ...ada,
      youngestChildOfAgeOn: '2035-01-01',
      benefitPeriods: [
        { from: '2021-09-01', to: '2024-12-31' },
        { from: '2025-02-01', to: null },
      ],
    };
    expect(verdictAndUnmet(assessOn('P16I', start, facts))).toEqual([
      'FITS_LATER',
      '2027-10-01',
      ['BENEFIT_60_OF_60_MONTHS', 59, '2027-10-01'],
    ]);
  });

  test('a child that comes of age on the day is no minor one', () => {
    const facts = { ...ada, youngestChildOfAgeOn: start, benefitPeriods: [{ from: '2021-09-01', to: null }] };
    expect(verdictAndUnmet(assessOn('P16I', start, facts))).toEqual([
      'FITS_LATER',
      '2027-09-01',
      ['BENEFIT_72_OF_84_MONTHS', 60, '2027-09-01'],
    ]);
  });

  test.each([
    ['is still minor then', '2027-01-02', '2027-01-01'],
    ['has come of age by then', '2027-01-01', '2028-01-01'],
  ])('five years that are full later help only where the child %s', (_, youngestChildOfAgeOn, metOn) => {
    const facts = { ...ada, youngestChildOfAgeOn, benefitPeriods: [{ from: '2022-01-01', to: null }] };
    expect(verdictAndUnmet(assessOn('P16I', start, facts))).toEqual([
      'FITS_LATER',
      metOn,
      ['BENEFIT_60_OF_60_MONTHS', 56, metOn],
    ]);
  });

  test.each([
    [
      'seven years where six of them are met',
      '2015-01-01',
      ['FITS_AT_DISCRETION', '2027-05-01', ['ONLY_SHORT_WORK', 274, '2027-05-01']],
    ],
    ['five where only these are met', '2021-09-01', ['FITS', start]],
    [
      'seven where neither is met',
      '2021-10-01',
      [
        'FITS_LATER',
        '2026-10-01',
        ['BENEFIT_60_OF_60_MONTHS', 59, '2026-10-01'],
        ['ONLY_SHORT_WORK', 274, '2026-10-01'],
      ],
    ],
  ])('with a severe disability, short work is looked for in %s', (_, from, answer) => {
    const facts = {
      ...ada,
      severelyDisabled: true,
      benefitPeriods: [{ from, to: null }],
      employments: [{ from: '2020-02-01', to: '2020-10-31', hoursPerWeek: 30, insured: true }],
    };
    expect(verdictAndUnmet(assessOn('P16I', start, facts))).toEqual(answer);
  });

  test('counts the months and the work that placements tell of, once', () => {
    const job = {
      id: 'pl-1',
      personId: 'p-ada',
      kind: 'INSURED_JOB',
      fundedBy: ['P16I'],
      startedOn: '2025-09-01',
      endedOn: '2026-06-30',
    };
    const facts = {
      ...ada,
      fundedMonths16i: 50,
      employments: [{ from: '2025-09-01', to: '2025-12-31', hoursPerWeek: 30, insured: true }],
      placements: [job],
    };
    const counted = assessOn('P16I', start, facts)
      .conditions.filter(({ fromPlacements }) => fromPlacements !== null)
      .map(({ code, actual, state, fromPlacements }) => [code, actual, state, fromPlacements]);
    expect(counted).toEqual([
      ['ONLY_SHORT_WORK', 303, 'NOT_YET', 181],
      ['NOT_YET_FUNDED_60_MONTHS', 60, 'NOT_MET', 10],
    ]);
  });

  test('a work opportunity is no work, and old § 16e counts among the five years', () => {
    const placement = (fundedBy: string[], startedOn: string, endedOn: string) => ({
      id: fundedBy.join(),
      personId: 'p-ada',
      kind: 'PUBLICLY_FUNDED',
      fundedBy,
      startedOn,
      endedOn,
    });
    const facts = {
      ...ada,
      placements: [placement(['P16D'], '2024-01-01', '2025-12-31'), placement(['P16E'], '2017-01-01', '2018-12-31')],
    };
    expect(
      assessOn('P16I', start, facts)
        .conditions.filter(({ fromPlacements }) => fromPlacements !== null)
        .map(({ actual }) => actual),
    ).toEqual([0, 24]);
  });

  test.each([
    ['to the middle of the 60th month', '2025-01-14', [59, 0, 'MET']],
    ['a day less than 60 months', '2025-02-13', [59, 30, 'MET']],
    ['60 months', '2025-02-14', [60, 0, 'NOT_MET']],
  ])('is paid for five years by the day: %s', (_, endedOn, answer) => {
    const job = { id: 'pl-1', personId: 'p-ada', kind: 'PUBLICLY_FUNDED', fundedBy: ['P16I'] };
    const placements = [{ ...job, startedOn: '2020-02-15', endedOn }];
    const { conditions } = assessOn('P16I', start, { ...ada, placements });
    const funded = conditions.find(({ code }) => code === 'NOT_YET_FUNDED_60_MONTHS');
    expect([funded?.actual, funded?.actualDays, funded?.state]).toEqual(answer);
  });

  test('ends after 60 funded months', () => {
    expect(verdictAndUnmet(assessOn('P16I', start, { ...ada, fundedMonths16i: 60 }))).toEqual([
      'DOES_NOT_FIT',
      null,
      ['NOT_YET_FUNDED_60_MONTHS', 60, null],
    ]);
  });

  test('counts marginal work as work, within seven years', () => {
    const facts = { ...ada, employments: [{ from: '2020-02-01', to: '2020-10-31', hoursPerWeek: 8, insured: false }] };
    expect(verdictAndUnmet(assessOn('P16I', start, facts))).toEqual([
      'FITS_AT_DISCRETION',
      '2027-05-01',
      ['ONLY_SHORT_WORK', 274, '2027-05-01'],
    ]);
  });

  test('two things that are met apart are not yet met together', () => {
    const facts = { ...ada, birthDate: '2005-01-01', benefitPeriods: [{ from: '2019-09-01', to: '2026-08-31' }] };
    expect(verdictAndUnmet(assessOn('P16I', start, facts))).toEqual([
      'DOES_NOT_FIT',
      null,
      ['IN_RECEIPT_ON_START', null, null],
      ['AGE_25', 21, '2030-01-01'],
    ]);
  });
});

describe('§ 16d', () => {
  const start = '2026-09-01';
  const spent = (...workOpportunities: EligibilityFacts['workOpportunities']) =>
    verdictAndUnmet(assessOn('P16D', start, { ...ada, workOpportunities }));

  test.each([
    ['is looked at by hand for whoever was never in one', [], ['CHECK_BY_HAND', start]],
    ['is the same with 24 months less a day', [{ from: '2024-06-01', to: '2026-05-30' }], ['CHECK_BY_HAND', start]],
    [
      'is at discretion for twelve more months',
      [{ from: '2024-06-01', to: '2026-05-31' }],
      ['FITS_AT_DISCRETION', '2029-06-01', ['BELOW_24_OF_60_MONTHS', 24, '2029-06-01']],
    ],
    [
      'may come again when the five years are over',
      [
        { from: '2022-01-10', to: '2023-01-09' },
        { from: '2024-01-01', to: '2026-03-31' },
      ],
      ['FITS_LATER', '2027-01-10', ['BELOW_24_OF_60_MONTHS', 39, '2027-01-10']],
    ],
  ])('%s', (_, times, answer) => {
    expect(spent(...times)).toEqual(answer);
  });
});

test('an instrument without a rule is checked by hand', () => {
  expect(assessOn('P16C', '2026-09-01', ada)).toMatchObject({ verdict: 'CHECK_BY_HAND', metOn: null, conditions: [] });
});
