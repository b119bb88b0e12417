import type { Resolvers } from '#shared/graph/subgraph.ts';
import type { Context } from './context.ts';
import { enrolmentFields, enrolmentMutations, enrolmentQueries } from './resolvers/enrolment.ts';
import { instrumentFields, instrumentQueries } from './resolvers/instrument.ts';
import { measureFields, measureMutations, measureQueries } from './resolvers/measure.ts';
import { pastMeasureFields, pastMeasureMutations } from './resolvers/past-measure.ts';
import { caseFields, personFields } from './resolvers/person.ts';
import { referralFields, referralMutations, referralQueries } from './resolvers/referral.ts';

export const resolvers: Resolvers<Context> = {
  Query: { ...instrumentQueries, ...measureQueries, ...enrolmentQueries, ...referralQueries },
  Mutation: { ...measureMutations, ...enrolmentMutations, ...referralMutations, ...pastMeasureMutations },
  Instrument: instrumentFields,
  Measure: measureFields,
  Enrolment: enrolmentFields,
  Referral: referralFields,
  PastMeasure: pastMeasureFields,
  Person: personFields,
  Case: caseFields,
};
