import { fieldRefusal } from '#shared/graph/errors.ts';
import { Refusal } from '#shared/refusal.ts';
import { bringsToWork } from '../access.ts';
import { caseToActInFor, maySeePlacementsOf, type Context } from '../context.ts';
import { match, type Match } from '../matching/match.ts';
import { bestMatches } from '../matching/best-matches.ts';
import { openVacancies } from '../vacancy/vacancy.ts';
import { placementsWith } from './placement.ts';
import { proposalsWith } from './proposal.ts';

type Ref = { id: string };
type MatchesInput = { first: number; includeBlocked: boolean };
const MOST_MATCHES = 100;

export const personFields = {
  __resolveReference: ({ id }: Ref) => ({ id }),
  proposals: async ({ id }: Ref, _: unknown, context: Context) =>
    only(await maySeePlacementsOf(id, context), () => proposalsWith('personId', id, context)),
  placements: async ({ id }: Ref, _: unknown, context: Context) =>
    only(await maySeePlacementsOf(id, context), () => placementsWith('personId', id, context)),
  matches: ({ id }: Ref, input: MatchesInput, context: Context) => matchesOf(id, input, context),
};

export const caseFields = {
  __resolveReference: ({ id }: Ref) => ({ id }),
  proposals: async ({ id }: Ref, _: unknown, context: Context) =>
    only(await maySeeCase(id, context), () => proposalsWith('caseId', id, context)),
  placements: async ({ id }: Ref, _: unknown, context: Context) =>
    only(await maySeeCase(id, context), () => placementsWith('caseId', id, context)),
};

export const matchFields = { person: ({ profile }: Match) => ({ id: profile.id }) };

function only<Value>(may: boolean, read: () => Value): Value {
  if (!may) throw fieldRefusal('FORBIDDEN', 'This is for those who look after the person.');
  return read();
}

async function maySeeCase(id: string, context: Context): Promise<boolean> {
  // Whoever never has to do with cases does not learn either whether an id is one's.
  const team = bringsToWork(context.actor) ? await context.loaders.team.load(id) : null;
  return team !== null && maySeePlacementsOf(team.personId, context);
}

/** Open vacancies for a person, best first; those a hard limit stands against only when asked for. */
async function matchesOf(
  personId: string,
  { first, includeBlocked }: MatchesInput,
  context: Context,
): Promise<Match[]> {
  if (first < 1 || first > MOST_MATCHES)
    throw new Refusal('INVALID_INPUT', `first: must be from 1 to ${MOST_MATCHES}.`);
  await caseToActInFor(personId, context);
  const profile = await context.profiles.get(personId);
  if (!profile) return [];
  return bestMatches(
    context.vacancies,
    {
      where: openVacancies,
      matchOf: (vacancy) => match(profile, vacancy),
      idOf: ({ vacancy }) => vacancy.id,
      wanted: ({ possible }) => possible || includeBlocked,
    },
    first,
  );
}
