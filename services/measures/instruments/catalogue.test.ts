import { describe, expect, test } from '@jest/globals';
import { instrumentCodes, isInstrumentOn } from '#shared/funding/instrument-codes.ts';
import { dayBefore } from '#shared/calendar/days.ts';
import { catalogue, instrumentOn, instrumentOnOrLast, instrumentsOn, versionOf } from './catalogue.ts';

describe('the catalogue of funding instruments', () => {
  test('has at most one state of the law for an instrument on any day', () => {
    for (const { code, validFrom } of catalogue) {
      const sameDay = catalogue.filter(
        (version) =>
          version.code === code &&
          version.validFrom <= validFrom &&
          (version.validTo === null || version.validTo >= validFrom),
      );
      expect([code, sameDay.length]).toEqual([code, 1]);
    }
  });

  test('knows § 16e before and after 1 July 2026', () => {
    expect([instrumentOn('P16E', '2026-06-30')?.name, instrumentOn('P16E', '2026-07-01')?.name]).toEqual([
      'Eingliederung von Langzeitarbeitslosen',
      'Eingliederung von Langzeitleistungsbeziehenden',
    ]);
  });

  test('leaves out what is not yet, or no longer, in force', () => {
    expect([
      instrumentOn('P16I', '2018-12-31'),
      instrumentOn('P16J', '2024-03-28'),
      instrumentOn('P99', '2026-03-01'),
    ]).toEqual([null, null, null]);
  });

  test('still names an instrument that has ended, for what was agreed under it', () => {
    expect(instrumentOnOrLast('P16J', '2026-03-01')?.name).toBe('Bürgergeldbonus');
  });

  test('refers further training to the Agentur für Arbeit since 2025', () => {
    const deciders = ['2024-12-31', '2025-01-01'].map((on) => instrumentOn('P81_FBW', on)?.decidedBy);
    expect(deciders).toEqual(['JC', 'AA']);
  });

  test.each([
    ['P88_EGZ', '2028-12-31', [12, 36, [50, 50, 50]]],
    ['P88_EGZ', '2029-01-01', [12, null, [50]]],
    ['P90_EGZ_SB', '2026-09-01', [24, 96, [70, 70, 60, 50, 40, 30, 30, 30]]],
    ['P16D', '2026-09-01', [24, 36, []]],
    ['P16G', '2026-09-01', [6, 9, []]],
    ['P16I', '2026-09-01', [60, null, [100, 100, 90, 80, 70]]],
  ])('gives %s on %s its months as a rule, its months at most and its percent by year', (code, on, answer) => {
    const instrument = instrumentOn(code, on);
    expect([instrument?.maxMonths, instrument?.maxMonthsExtended, instrument?.yearlyPercent]).toEqual(answer);
  });

  test('is searched by who decides, who receives and by words', () => {
    const codes = (instruments: { code: string }[]) => instruments.map(({ code }) => code);
    expect(codes(instrumentsOn('2026-09-01', { decidedBy: ['BAMF'] }))).toEqual(['AUFENTHG43_IK', 'AUFENTHG45A_BSK']);
    expect(codes(instrumentsOn('2026-09-01', { goesTo: ['EMPLOYER'], text: ' § 16' }))).toContain('P16I');
    expect(codes(instrumentsOn('2026-09-01', { text: 'einstiegsgeld' }))).toEqual(['P16B']);
  });

  test('gives every state of the law a name of its own', () => {
    expect(new Set(catalogue.map(versionOf)).size).toBe(catalogue.length);
  });

  test('has a state of the law exactly on the days on which other services know the code', () => {
    const versions = [
      ...catalogue.map(({ validFrom, validTo }) => [validFrom, validTo]),
      ...instrumentCodes.map(({ from, to }) => [from, to]),
    ];
    const turningDays = new Set(
      versions.flatMap(([from, to]) => [dayBefore(from ?? ''), from ?? '', to ?? '2099-01-01']),
    );
    for (const { code } of instrumentCodes) {
      for (const on of turningDays)
        expect([code, on, instrumentOn(code, on) !== null]).toEqual([code, on, isInstrumentOn(code, on)]);
    }
  });
});
