import type { Resolvers } from '#shared/graph/subgraph.ts';
import type { Context } from './context.ts';
import { employerFields, employerMutations, employerQueries } from './resolvers/employer.ts';
import { leadFields, leadMutations, leadQueries } from './resolvers/lead.ts';
import { caseFields, matchFields, personFields } from './resolvers/person.ts';
import { placementFields, placementMutations, placementQueries } from './resolvers/placement.ts';
import { proposalFields, proposalMutations } from './resolvers/proposal.ts';
import { vacancyFields, vacancyMutations, vacancyQueries } from './resolvers/vacancy.ts';

export const resolvers: Resolvers<Context> = {
  Query: { ...employerQueries, ...leadQueries, ...vacancyQueries, ...placementQueries },
  Mutation: {
    ...employerMutations,
    ...leadMutations,
    ...vacancyMutations,
    ...proposalMutations,
    ...placementMutations,
  },
  Employer: employerFields,
  Lead: leadFields,
  Vacancy: vacancyFields,
  Proposal: proposalFields,
  Placement: placementFields,
  Match: matchFields,
  Person: personFields,
  Case: caseFields,
};
