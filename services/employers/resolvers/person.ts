import { refused } from '#shared/graph-error.ts';
import { Refusal } from '#shared/refusal.ts';
import { caseToActIn, maySeePlacementsOf, type Context } from '../context.ts';
import { byFit, match, type Match } from '../match.ts';
import type { Placement } from '../placement.ts';
import { placementsWhere } from './placement.ts';
import { proposalsWhere, type ProposalInVacancy } from './proposal.ts';

type Ref = { id: string };
const MOST_MATCHES = 100;
const MOST_VACANCIES = 2000;

export const personFields = {
  __resolveReference: ({ id }: Ref) => ({ id }),
  proposals: async ({ id }: Ref, _: unknown, context: Context): Promise<ProposalInVacancy[]> => only(await maySeePlacementsOf(id, context), () => proposalsWhere('personId', id, context)),
  placements: async ({ id }: Ref, _: unknown, context: Context): Promise<Placement[]> => only(await maySeePlacementsOf(id, context), () => placementsWhere('personId', id, context)),
  matches: ({ id }: Ref, input: { first: number; includeBlocked: boolean }, context: Context) => matchesOf(id, input, context),
};

export const caseFields = {
  __resolveReference: ({ id }: Ref) => ({ id }),
  proposals: async ({ id }: Ref, _: unknown, context: Context) => only(await maySeeCase(id, context), () => proposalsWhere('caseId', id, context)),
  placements: async ({ id }: Ref, _: unknown, context: Context) => only(await maySeeCase(id, context), () => placementsWhere('caseId', id, context)),
};

export const matchFields = { person: ({ profile }: Match) => ({ id: profile.id }) };

function only<Value>(may: boolean, read: () => Value): Value {
  if (!may) throw refused('FORBIDDEN', 'This is for those who look after the person.');
  return read();
}

async function maySeeCase(id: string, context: Context): Promise<boolean> {
  const team = await context.teams.get(id);
  return team !== null && maySeePlacementsOf(team.personId, context);
}

/** Open vacancies for a person, best first; those a hard limit stands against only when asked for. */
async function matchesOf(personId: string, { first, includeBlocked }: { first: number; includeBlocked: boolean }, context: Context): Promise<Match[]> {
  if (first < 1 || first > MOST_MATCHES) throw new Refusal('INVALID_INPUT', `first: must be from 1 to ${MOST_MATCHES}.`);
  await caseToActIn(personId, context);
  const profile = await context.profiles.get(personId);
  if (!profile) return [];
  const { edges } = await context.vacancies.find({ where: { freePosts: { from: 1 }, 'closed.reason': null }, first: MOST_VACANCIES });
  const matches = edges.map(({ node }) => match(profile, node)).filter(({ possible }) => possible || includeBlocked);
  return matches.sort(byFit(({ vacancy }) => vacancy.id)).slice(0, first);
}
