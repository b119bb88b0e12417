import { BEFORE_REFORM_OF_2026, instrument, REFORM_OF_2026, type Instrument } from './instrument.ts';

const freeSupport = {
  code: 'P16F' as const,
  name: 'Freie Förderung',
  legalBasis: '§ 16f SGB II',
  purpose: 'Anything else that serves the aims of basic income support.',
  inCourses: true,
};
const wageSubsidy = { code: 'P16E' as const, legalBasis: '§ 16e SGB II', goesTo: 'EMPLOYER' as const };

/** Starting work, and work that is created or subsidised, by the SGB II. */
export const work: Instrument[] = [
  instrument({
    code: 'P16B',
    name: 'Einstiegsgeld',
    legalBasis: '§ 16b SGB II, ESGV',
    purpose: 'A bonus for starting insured work or self-employment.',
    targetGroup: 'Everybody able to work who receives benefit; goes on if the need ends.',
    terms:
      'At most 24 months. Up to 50 % of the own standard need, 20 points more after 2 years of unemployment (6 ' +
      'months if hard to place), 10 points for each further member of the benefit unit; never above standard need ' +
      'level 1.',
    maxMonths: 24,
  }),
  instrument({
    code: 'P16C',
    name: 'Leistungen zur Eingliederung von Selbständigen',
    legalBasis: '§ 16c SGB II',
    purpose: 'Goods and advice for a business of one’s own.',
    targetGroup: 'Self-employed as the main occupation; viable by an expert’s statement.',
    terms: 'Grant up to 5,000 EUR, loans above; advice, but no vocational training.',
  }),
  instrument({
    code: 'P16D',
    name: 'Arbeitsgelegenheit',
    legalBasis: '§ 16d SGB II',
    purpose: 'Keep or regain employability.',
    targetGroup: 'Last resort: whatever leads directly to work goes first (§ 16d Abs. 5).',
    terms:
      'Additional, in the public interest, neutral to competition. At most 24 months within 5 years from the first ' +
      'entry, 12 more while it is still the last resort (§ 16d Abs. 6). Extra expenses are paid; no employment ' +
      'contract. The advisory board is heard (§ 18d).',
    goesTo: 'PROVIDER',
    maxMonths: 24,
    maxMonthsExtended: 36,
  }),
  instrument({
    ...wageSubsidy,
    name: 'Förderung von Arbeitsverhältnissen',
    purpose: 'A job for people without a chance on the labour market.',
    targetGroup:
      'Long-term unemployed people with at least two more serious obstacles, after 6 months of reinforced placement.',
    terms: 'Up to 75 % of pay, at most 24 months within 5 years.',
    maxMonths: 24,
    yearlyPercent: [75, 75],
    validTo: '2018-12-31',
  }),
  instrument({
    ...wageSubsidy,
    name: 'Eingliederung von Langzeitarbeitslosen',
    purpose: 'Wage subsidy on the general labour market.',
    targetGroup: 'People unemployed for at least two years despite placement support.',
    terms:
      'Contract of at least 2 years, more than marginal. 75 % of pay in the first year, 50 % in the second; ' +
      'coaching, for which the employer releases during the first 6 months.',
    maxMonths: 24,
    yearlyPercent: [75, 50],
    validFrom: '2019-01-01',
    validTo: BEFORE_REFORM_OF_2026,
  }),
  instrument({
    ...wageSubsidy,
    name: 'Eingliederung von Langzeitleistungsbeziehenden',
    purpose: 'Wage subsidy on the general labour market.',
    targetGroup:
      'People with benefit for at least 21 of the last 24 months and no or only short work in that time, despite ' +
      'placement support.',
    terms:
      'Contract of at least 2 years, more than marginal. 75 % of pay in the first year, 50 % in the second; ' +
      'coaching, for which the employer releases during the first 6 months. Excluded as in § 92 Abs. 1 SGB III; ' +
      'after an early end the last 6 months are repaid.',
    maxMonths: 24,
    yearlyPercent: [75, 50],
    validFrom: REFORM_OF_2026,
  }),
  instrument({
    ...freeSupport,
    targetGroup: 'Long-term unemployed people; under 25 with serious obstacles.',
    terms:
      'Goals are described before the start; long support is reviewed and documented. It must not top up or go ' +
      'around other services, except for these groups.',
    validTo: BEFORE_REFORM_OF_2026,
  }),
  instrument({
    ...freeSupport,
    targetGroup:
      'Long-term unemployed people; under 25 with serious obstacles; people with a need of health care or ' +
      'rehabilitation. Where normal law promises nothing within about 6 months.',
    terms:
      'Up to 10 % of the integration budget. Goals are described before the start; long support is reviewed and ' +
      'documented.',
    validFrom: REFORM_OF_2026,
  }),
  instrument({
    code: 'P16I',
    name: 'Teilhabe am Arbeitsmarkt',
    legalBasis: '§ 16i SGB II',
    purpose: 'Insured work for people far away from the labour market.',
    targetGroup:
      'From 25; benefit for 6 of the last 7 years, or the last 5 with a minor child in the benefit unit or a ' +
      'severe disability; no or only short work in that time; not yet funded for 5 years; normally 2 months of ' +
      'holistic support before.',
    terms:
      '5 years: 100, 100, 90, 80 and 70 % of the minimum wage (or binding collective pay) with the employer’s ' +
      'contributions; up to 3,000 EUR for training. One extension; release for coaching in the first year; recall ' +
      'when real work is there (§ 16i Abs. 6).',
    goesTo: 'EMPLOYER',
    maxMonths: 60,
    yearlyPercent: [100, 100, 90, 80, 70],
    validFrom: '2019-01-01',
  }),
  instrument({
    code: 'P16J',
    name: 'Bürgergeldbonus',
    legalBasis: '§ 16j SGB II (weggefallen)',
    purpose: 'A bonus for taking part in measures.',
    targetGroup: 'Participants of certain measures.',
    terms: '75 EUR a month. Repealed; kept for history.',
    validFrom: '2023-07-01',
    validTo: '2024-03-27',
  }),
];
