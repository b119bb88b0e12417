import { BEFORE_REFORM_OF_2026, instrument, REFORM_OF_2026, type Instrument } from './instrument.ts';

const placement = {
  code: 'P35' as const,
  name: 'Vermittlung',
  legalBasis: '§ 16 Abs. 1 SGB II i.V.m. § 35 SGB III',
  targetGroup: 'Everybody able to work who receives benefit; reinforced where placement is hard.',
};

/** Placement, activation and coaching. */
export const activation: Instrument[] = [
  instrument({
    ...placement,
    purpose: 'Find work or an apprenticeship.',
    terms: 'A duty of the job centre, without cost for anybody.',
    validTo: BEFORE_REFORM_OF_2026,
  }),
  instrument({
    ...placement,
    purpose: 'Find work or an apprenticeship, before other services and before benefit (§ 3a SGB II).',
    terms:
      'A duty of the job centre. Another service goes first only where it promises more lasting integration, ' +
      'especially under 30; a language course usually does (§ 3 Abs. 4 SGB II).',
    validFrom: REFORM_OF_2026,
  }),
  instrument({
    code: 'P44_VB',
    name: 'Förderung aus dem Vermittlungsbudget',
    legalBasis: '§ 16 Abs. 1 SGB II i.V.m. § 44 SGB III',
    purpose: 'Pay what starting work costs: travel, documents, working clothes, moving.',
    targetGroup: 'Everybody able to work who receives benefit; also for school-based training (§ 16 Abs. 3 SGB II).',
    terms:
      'Reasonable cost, lump sums possible; no subsistence, no topping up of other benefits. Within EU, EEA and ' +
      'Switzerland from 15 hours a week.',
  }),
  instrument({
    code: 'P45_MAT',
    name: 'Maßnahme zur Aktivierung und beruflichen Eingliederung bei einem Träger',
    legalBasis: '§ 16 Abs. 1 SGB II i.V.m. § 45 SGB III',
    purpose: 'Approach the labour market, find and remove obstacles, stabilise a new job.',
    targetGroup: 'Everybody able to work who receives benefit.',
    terms:
      'By voucher (AVGS) or tender; vocational content at most 8 weeks. The provider reports absences ' +
      'monthly (§ 61 SGB II).',
    goesTo: 'PROVIDER',
    approvalNeeded: true,
  }),
  instrument({
    code: 'P45_MAG',
    name: 'Maßnahme bei einem Arbeitgeber',
    legalBasis: '§ 16 Abs. 1 SGB II i.V.m. § 45 Abs. 8 SGB III',
    purpose: 'Find out at an employer whether work and person fit.',
    targetGroup: 'Everybody able to work who receives benefit.',
    terms: 'At most 6 weeks at one employer, 12 for long-term unemployed people or serious obstacles.',
    inCourses: true,
    maxWeeks: 6,
    maxWeeksHardToPlace: 12,
  }),
  instrument({
    code: 'P45_AVGS_MPAV',
    name: 'Aktivierungs- und Vermittlungsgutschein für private Arbeitsvermittlung',
    legalBasis: '§ 16 Abs. 1 SGB II i.V.m. § 45 Abs. 4, 6 SGB III',
    purpose: 'Let a private agency find insured work.',
    targetGroup: 'Everybody able to work who receives benefit.',
    terms:
      '2,500 EUR, up to 3,000 EUR for long-term unemployed or disabled people: 1,250 EUR after 6 weeks, the rest ' +
      'after 6 months. Nothing for contracts under 3 months or an employer of more than 3 months within 4 years.',
    goesTo: 'PROVIDER',
    inCourses: false,
    approvalNeeded: true,
  }),
  instrument({
    code: 'P46_TRIAL',
    name: 'Probebeschäftigung',
    legalBasis: '§ 16 Abs. 1 SGB II i.V.m. § 46 Abs. 1 SGB III',
    purpose: 'A trial job that improves lasting participation.',
    targetGroup: 'Disabled and severely disabled people.',
    terms: 'Full cost for up to 3 months.',
    goesTo: 'EMPLOYER',
    maxMonths: 3,
  }),
  instrument({
    code: 'P46_WORKPLACE',
    name: 'Arbeitshilfe',
    legalBasis: '§ 16 Abs. 1 SGB II i.V.m. § 46 Abs. 2 SGB III',
    purpose: 'Adapt a workplace.',
    targetGroup: 'Disabled and severely disabled people.',
    terms: 'Grant, unless the employer has to adapt the workplace anyway.',
    goesTo: 'EMPLOYER',
  }),
  instrument({
    code: 'P16G',
    name: 'Förderung bei Wegfall der Hilfebedürftigkeit',
    legalBasis: '§ 16g SGB II',
    purpose: 'Finish a measure, or stay in a new job, when benefit is no longer needed.',
    targetGroup: 'People whose need ended during a measure or through work.',
    terms:
      'Aftercare (counselling, §§ 44, 45 Abs. 1 Nr. 5 SGB III, 16a, 16f, 16k SGB II) up to 6 months after the ' +
      'start of work, 3 more for § 16k.',
    maxMonths: 6,
    maxMonthsExtended: 9,
    validFrom: '2016-08-01',
  }),
  instrument({
    code: 'P16H',
    name: 'Förderung schwer zu erreichender junger Menschen',
    legalBasis: '§ 16h SGB II',
    purpose: 'Reach young people whom regular services lose, and bring them to training, work or benefit.',
    targetGroup: 'Under 25; a probable entitlement is enough, no application needed.',
    terms: 'Agreed with the youth welfare office.',
    goesTo: 'PROVIDER',
    approvalNeeded: true,
    validFrom: '2016-08-01',
  }),
  instrument({
    code: 'P16K',
    name: 'Ganzheitliche Betreuung',
    legalBasis: '§ 16k SGB II',
    purpose: 'Build employability by coaching, also at home or on the way.',
    targetGroup: 'Everybody able to work who receives benefit; young people around training (12 months longer).',
    terms: 'Own staff, tender or voucher. Who refuses loses nothing (§ 16k Abs. 4).',
    goesTo: 'PROVIDER',
    approvalNeeded: true,
    validFrom: '2023-07-01',
  }),
];
