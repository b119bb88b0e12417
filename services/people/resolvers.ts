import type { Resolvers } from '#shared/subgraph.ts';
import type { Context } from './context.ts';
import { benefitUnitFields, benefitUnitMutations, benefitUnitQueries, memberFields } from './resolvers/benefit-unit.ts';
import { experienceFields, personFields } from './resolvers/person-fields.ts';
import { personMutations, personQueries } from './resolvers/person.ts';
import { municipalityFields, occupationFields, referenceQueries } from './resolvers/reference.ts';

export const resolvers: Resolvers<Context> = {
  Query: { ...personQueries, ...benefitUnitQueries, ...referenceQueries },
  Mutation: { ...personMutations, ...benefitUnitMutations },
  Person: personFields,
  Experience: experienceFields,
  BenefitUnit: benefitUnitFields,
  Member: memberFields,
  Municipality: municipalityFields,
  Occupation: occupationFields,
};
