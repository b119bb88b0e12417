import type { Resolvers } from '#shared/graph/subgraph.ts';
import type { Context } from './context.ts';
import { candidateFields, duplicateFields, importFields, importQueries } from './import/graph/import-fields.ts';
import { importMutations } from './import/graph/import-mutations.ts';
import { benefitUnitMutations } from './resolvers/benefit-unit-mutations.ts';
import { benefitUnitFields, benefitUnitQueries, memberFields } from './resolvers/benefit-unit-fields.ts';
import { experienceFields, personFields } from './resolvers/person-fields.ts';
import { personQueries } from './resolvers/person-queries.ts';
import { personMutations } from './resolvers/person-mutations.ts';
import { municipalityFields, occupationFields, referenceQueries } from './resolvers/reference.ts';
import {
  situationFigureFields,
  situationFields,
  situationQueries,
  situationRowFields,
} from './situation/situation-resolvers.ts';

export const resolvers: Resolvers<Context> = {
  Query: { ...personQueries, ...benefitUnitQueries, ...referenceQueries, ...importQueries, ...situationQueries },
  Mutation: { ...personMutations, ...benefitUnitMutations, ...importMutations },
  Person: personFields,
  Experience: experienceFields,
  BenefitUnit: benefitUnitFields,
  Member: memberFields,
  Municipality: municipalityFields,
  Occupation: occupationFields,
  Import: importFields,
  ImportDuplicate: duplicateFields,
  DuplicateCandidate: candidateFields,
  Situation: situationFields,
  SituationRow: situationRowFields,
  Figure: situationFigureFields,
};
