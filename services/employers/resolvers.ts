import type { Resolvers } from '#shared/graph/subgraph.ts';
import type { Context } from './context.ts';
import { employerMutations } from './resolvers/employer-commands.ts';
import { employerFields, employerQueries } from './resolvers/employer.ts';
import { leadMutations } from './resolvers/lead-commands.ts';
import { leadFields, leadQueries } from './resolvers/lead.ts';
import { matchFields } from './resolvers/match.ts';
import { caseFields, personFields } from './resolvers/person.ts';
import { placementMutations } from './resolvers/placement-commands.ts';
import { placementFields, placementQueries } from './resolvers/placement.ts';
import { proposalMutations } from './resolvers/proposal-commands.ts';
import { proposalFields } from './resolvers/proposal.ts';
import { vacancyMutations } from './resolvers/vacancy-commands.ts';
import { vacancyFields, vacancyQueries } from './resolvers/vacancy.ts';

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
