import { careTeamReactions, type CareTeams } from '#shared/care-team.ts';
import type { Consumer } from '#shared/consume.ts';
import { caseEvents } from '#shared/contracts/cases.ts';

/** Cases say who looks after whom: proposals and placements are made by that. */
export function casesConsumer(teams: CareTeams): Consumer {
  return { contracts: [caseEvents], reactions: careTeamReactions(teams) };
}
