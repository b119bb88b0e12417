import { instrument, type Instrument } from './instrument.ts';

const integrationSubsidy = {
  code: 'P88_EGZ' as const,
  name: 'Eingliederungszuschuss',
  legalBasis: '§ 16 Abs. 1 SGB II i.V.m. §§ 88, 89, 91, 92 SGB III',
  purpose: 'Offset a reduced performance at the beginning.',
  targetGroup: 'People hard to place for personal reasons.',
  goesTo: 'EMPLOYER' as const,
};
const subsidyExclusions =
  'Not where somebody was dismissed for it, nor at an employer of more than 3 months within 4 years. ' +
  'Up to half is repaid after an early dismissal.';

/** Subsidies to the wages of people who are hard to place. */
export const integrationSubsidies: Instrument[] = [
  instrument({
    ...integrationSubsidy,
    terms:
      'Up to 50 % of pay for up to 12 months, from 55 on up to 36 months (starts until 31.12.2028). ' +
      subsidyExclusions,
    maxMonths: 12,
    maxMonthsExtended: 36,
    yearlyPercent: [50, 50, 50],
    validTo: '2028-12-31',
  }),
  instrument({
    ...integrationSubsidy,
    terms: `Up to 50 % of pay for up to 12 months. ${subsidyExclusions}`,
    maxMonths: 12,
    yearlyPercent: [50],
    validFrom: '2029-01-01',
  }),
  instrument({
    code: 'P90_EGZ_SB',
    name: 'Eingliederungszuschuss für behinderte und schwerbehinderte Menschen',
    legalBasis: '§ 16 Abs. 1 SGB II i.V.m. § 90 SGB III',
    purpose: 'Offset a reduced performance.',
    targetGroup: 'Disabled and severely disabled people.',
    terms:
      'Up to 70 % for 24 months; specially affected people 60 months, from 55 on 96. After 12 months (24 for ' +
      'specially affected people) 10 points less a year, not below 30 %: 70 and 60 %, for specially affected ' +
      'people 70, 70, 60, 50, 40 and then 30 %.',
    goesTo: 'EMPLOYER',
    maxMonths: 24,
    maxMonthsExtended: 96,
    yearlyPercent: [70, 70, 60, 50, 40, 30, 30, 30],
  }),
];
