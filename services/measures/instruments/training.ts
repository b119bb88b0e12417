import { instrument, type Instrument } from './instrument.ts';

const reform2025 = { until: '2024-12-31', from: '2025-01-01' };

const retraining = {
  code: 'P81_FBW' as const,
  name: 'Förderung der beruflichen Weiterbildung',
  purpose: 'Retraining, partial qualifications and basic skills.',
  targetGroup: 'People for whom training is necessary; counselling comes first.',
  goesTo: 'PROVIDER' as const,
  approvalNeeded: true,
};
const rehabilitation = {
  code: 'REHA_LTA' as const,
  name: 'Leistungen zur Teilhabe am Arbeitsleben',
  purpose: 'Vocational rehabilitation.',
  targetGroup: 'People in need of rehabilitation.',
  inCourses: true,
};

/** Apprenticeship, vocational training and language. */
export const training: Instrument[] = [
  instrument({
    code: 'P48A_BOP',
    name: 'Berufsorientierungspraktikum',
    legalBasis: '§ 16 Abs. 1 SGB II i.V.m. § 48a SGB III',
    purpose: 'Choose an occupation at firms.',
    targetGroup: 'Young people after compulsory school who are registered as seeking training.',
    terms: '1 to 6 weeks at one employer; travel and lodging are paid.',
    inCourses: true,
    maxWeeks: 6,
    validFrom: '2024-04-01',
  }),
  instrument({
    code: 'P54A_EQ',
    name: 'Einstiegsqualifizierung',
    legalBasis: '§ 16 Abs. 1 SGB II i.V.m. § 54a SGB III',
    purpose: 'A bridge to an apprenticeship.',
    targetGroup: 'People not yet ready for training, without a place, or disadvantaged.',
    terms:
      '4 to 12 months, at least 20 hours a week; up to 276 EUR a month and a lump sum for social insurance. Not ' +
      'where the person had training, or insured work within 3 years.',
    goesTo: 'EMPLOYER',
    maxMonths: 12,
  }),
  instrument({
    code: 'P74_ASA',
    name: 'Assistierte Ausbildung',
    legalBasis: '§ 16 Abs. 1 SGB II i.V.m. §§ 74–75a SGB III',
    purpose: 'Support before and during an apprenticeship.',
    targetGroup: 'Young people who need help to begin or to finish training.',
    terms:
      'Phase before training up to 6 months (2 more possible); aftercare up to 6 months after starting work, up to ' +
      '1 year after training. By tender.',
    goesTo: 'PROVIDER',
    approvalNeeded: true,
    validFrom: '2020-05-29',
  }),
  instrument({
    code: 'P76_BAE',
    name: 'Außerbetriebliche Berufsausbildung',
    legalBasis: '§ 16 Abs. 1 SGB II i.V.m. § 76 SGB III',
    purpose: 'Training outside a firm.',
    targetGroup: 'Learning-impaired and socially disadvantaged people.',
    terms: '3,000 EUR to the provider for an early, lasting move into a firm.',
    goesTo: 'PROVIDER',
    approvalNeeded: true,
  }),
  instrument({
    code: 'P73_AZ',
    name: 'Zuschuss zur Ausbildungsvergütung',
    legalBasis: '§ 16 Abs. 1 SGB II i.V.m. § 73 SGB III',
    purpose: 'Apprenticeships for people with a disability.',
    targetGroup: 'Disabled and severely disabled people.',
    terms:
      'As a rule at most 60 %, severely disabled 80 %, of the last year’s pay; afterwards EGZ up to 70 % for a year.',
    goesTo: 'EMPLOYER',
  }),
  instrument({
    ...retraining,
    legalBasis: '§ 16 Abs. 1 SGB II i.V.m. §§ 81 ff. SGB III',
    terms: 'Voucher for an approved measure.',
    validTo: reform2025.until,
  }),
  instrument({
    ...retraining,
    legalBasis: '§§ 81 ff. SGB III',
    decidedBy: 'AA',
    terms:
      'Decided and paid by the Agentur für Arbeit, also for people with basic income support: refer. Voucher; ' +
      'premiums of 1,000 and 1,500 EUR, 150 EUR a month (§ 87a).',
    validFrom: reform2025.from,
  }),
  instrument({
    code: 'P82_BESCHAEFTIGTE',
    name: 'Förderung beschäftigter Arbeitnehmerinnen und Arbeitnehmer',
    legalBasis: '§ 82 SGB III',
    purpose: 'Training beside a job.',
    targetGroup: 'Employees whose last vocational degree is at least 2 years old.',
    terms:
      'Approved, more than 120 hours. The employer shares the cost by size (0, 50 or 75 %); wage grant 75, 50 or 25 %.',
    decidedBy: 'AA',
    goesTo: 'EMPLOYER',
    approvalNeeded: true,
    validFrom: '2024-04-01',
  }),
  instrument({
    code: 'P131A',
    name: 'Sonderregelungen zur beruflichen Weiterbildung',
    legalBasis: '§ 131a SGB III',
    purpose: 'Tendered courses for basic skills and groups.',
    targetGroup: 'As § 81 Abs. 3a SGB III.',
    terms: 'Only measures that start before the end of 2026.',
    decidedBy: 'AA',
    goesTo: 'PROVIDER',
    approvalNeeded: true,
    validFrom: '2016-08-01',
    validTo: '2026-12-31',
  }),
  instrument({
    ...rehabilitation,
    legalBasis: '§ 16 Abs. 1 SGB II i.V.m. §§ 112 ff. SGB III',
    terms: 'Decided on the proposal of the Agentur für Arbeit.',
    validTo: reform2025.until,
  }),
  instrument({
    ...rehabilitation,
    legalBasis: '§§ 112 ff. SGB III, § 66a SGB II',
    decidedBy: 'AA',
    terms: 'Paid by the Agentur für Arbeit; the job centre works towards an application (§ 15 Abs. 2 SGB II).',
    validFrom: reform2025.from,
  }),
  instrument({
    code: 'AUFENTHG43_IK',
    name: 'Integrationskurs',
    legalBasis: '§ 43 AufenthG',
    purpose: 'German up to level B1, law, culture and history.',
    targetGroup: 'People whose German is not enough for everyday life and work.',
    terms: 'Normally before placement (§ 3 Abs. 4 SGB II).',
    decidedBy: 'BAMF',
    goesTo: 'PROVIDER',
  }),
  instrument({
    code: 'AUFENTHG45A_BSK',
    name: 'Berufsbezogene Deutschsprachförderung',
    legalBasis: '§ 45a AufenthG',
    purpose: 'German for work, above the integration course.',
    targetGroup: 'People whose German is not enough for their occupation.',
    terms: 'Normally before placement (§ 3 Abs. 4 SGB II).',
    decidedBy: 'BAMF',
    goesTo: 'PROVIDER',
    validFrom: '2016-07-01',
  }),
];
