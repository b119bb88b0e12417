import { instrument, type Instrument } from './instrument.ts';

const municipal = {
  legalBasis: '§ 16a SGB II',
  decidedBy: 'KOM' as const,
  goesTo: 'PERSON' as const,
  inCourses: true,
  terms: 'In kind, without a limit of time in the statute.',
};

/** Services of the district and its municipalities, where integration needs them. */
export const municipalServices: Instrument[] = [
  instrument({
    ...municipal,
    code: 'P16A_CHILDCARE',
    name: 'Betreuung minderjähriger Kinder oder häusliche Pflege von Angehörigen',
    purpose: 'Care for children or relatives during working hours.',
    targetGroup: 'People who could work if somebody looked after their children or relatives.',
  }),
  instrument({
    ...municipal,
    code: 'P16A_DEBT',
    name: 'Schuldnerberatung',
    purpose: 'A way out of debts that stand between a person and work.',
    targetGroup: 'People with debts or garnished wages.',
  }),
  instrument({
    ...municipal,
    code: 'P16A_PSYCHOSOCIAL',
    name: 'Psychosoziale Betreuung',
    purpose: 'Counselling in crises and lasting strain.',
    targetGroup: 'People under psychosocial strain.',
  }),
  instrument({
    ...municipal,
    code: 'P16A_ADDICTION',
    name: 'Suchtberatung',
    purpose: 'Advice, and the way into treatment.',
    targetGroup: 'People with an addiction.',
  }),
];
