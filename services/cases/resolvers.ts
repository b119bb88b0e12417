import type { Resolvers } from '#shared/graph/subgraph.ts';
import type { Context } from './context.ts';
import { agendaQueries } from './resolvers/agenda.ts';
import { caseFields, caseMutations, caseQueries, personFields } from './resolvers/case.ts';
import { exchangeFields, exchangeMutations, exchangeOfProject, exchangeQueries } from './resolvers/exchange.ts';
import { goalOfReportFields } from './resolvers/goal-of-report.ts';
import { interviewMutations } from './resolvers/interview.ts';
import { planFields, planMutations, planQueries } from './resolvers/plan.ts';
import { municipalityFields, projectFields, projectMutations, projectQueries } from './resolvers/project.ts';

export const resolvers: Resolvers<Context> = {
  Query: { ...projectQueries, ...caseQueries, ...planQueries, ...exchangeQueries, ...agendaQueries },
  Mutation: { ...projectMutations, ...caseMutations, ...interviewMutations, ...planMutations, ...exchangeMutations },
  Project: { ...projectFields, ...exchangeOfProject },
  Municipality: municipalityFields,
  Case: caseFields,
  Person: personFields,
  CooperationPlan: planFields,
  ExchangeMeeting: exchangeFields,
  GoalOfReport: goalOfReportFields,
};
