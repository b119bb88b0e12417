import { describe, expect, test } from '@jest/globals';
import { instrumentCodes, isInstrumentOn, protectedFactOf } from './instrument-codes.ts';
import { PROTECTED, redactInstrument, redactSubsidies, redactCompanion } from './redact.ts';

describe('the funding instruments that every service knows', () => {
  test('have each a code of their own', () => {
    expect(new Set(instrumentCodes.map(({ code }) => code)).size).toBe(instrumentCodes.length);
  });

  test.each([
    ['P16I', '2018-12-31', false],
    ['P16I', '2019-01-01', true],
    ['P16J', '2024-03-27', true],
    ['P16J', '2024-03-28', false],
    ['P88_EGZ', '2013-09-01', true],
    ['P88_EGZ', '2012-03-31', false],
    ['EGZ', '2026-09-01', false],
    ['toString', '2026-09-01', false],
  ])('%s is known on %s: %s', (code, on, answer) => {
    expect(isInstrumentOn(code, on)).toBe(answer);
  });
});

describe('what events say of an instrument', () => {
  test.each([
    'P16A_DEBT',
    'P16A_ADDICTION',
    'P16A_PSYCHOSOCIAL',
    'P46_TRIAL',
    'P46_WORKPLACE',
    'P73_AZ',
    'P90_EGZ_SB',
    'REHA_LTA',
  ])('%s is protected, with what goes along', (code) => {
    expect([redactInstrument(code), redactCompanion(code, 'AGENTUR'), redactSubsidies([code])]).toEqual([
      PROTECTED,
      PROTECTED,
      [],
    ]);
  });

  test.each(['P45_MAT', 'P16I', 'P81_FBW', 'P16A_CHILDCARE'])('%s is said as it is', (code) => {
    expect([redactInstrument(code), redactCompanion(code, 'AGENTUR'), redactSubsidies([code])]).toEqual([
      code,
      'AGENTUR',
      [code],
    ]);
  });

  test('a protected instrument may be one of several kinds of trouble', () => {
    const kinds = instrumentCodes.filter(({ code }) => redactInstrument(code) === PROTECTED).map(({ tells }) => tells);
    expect([...new Set(kinds)].sort()).toEqual(['DEBTS', 'DISABILITY', 'ILLNESS']);
  });

  test('a job that is paid by a protected subsidy looks like one that is not', () => {
    expect(redactSubsidies(['P90_EGZ_SB', 'P44_VB'])).toEqual(redactSubsidies(['P44_VB']));
  });

  test('a code that nobody knows tells nothing', () => {
    expect([protectedFactOf('P99'), protectedFactOf('constructor')]).toEqual([null, null]);
  });
});
