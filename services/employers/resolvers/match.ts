import { seesCandidates } from '../access.ts';
import type { Context } from '../context.ts';
import { bestMatches } from '../matching/best-matches.ts';
import { match, type Match } from '../matching/match.ts';
import { EmployerRefusal, forbiddenField } from '../refusal.ts';
import { openVacancies, type Vacancy } from '../vacancy/vacancy.ts';
import { openCaseToActIn } from '../visible.ts';

export type MatchesArguments = { first: number; includeBlocked: boolean };
const MOST_MATCHES = 100;

export const matchFields = { person: ({ profile }: Match) => ({ id: profile.id }) };

/** Returns open vacancies for a person, best first; those that a hard limit blocks only when asked for. */
export async function matchesOf(
  personId: string,
  { first, includeBlocked }: MatchesArguments,
  context: Context,
): Promise<Match[]> {
  assertFirst(first);
  await openCaseToActIn(personId, context);
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

/** Returns people of the caller's municipalities who have worked in the field of the vacancy, best first. */
export async function candidatesFor(vacancy: Vacancy, first: number, { actor, profiles }: Context): Promise<Match[]> {
  if (!seesCandidates(actor)) throw forbiddenField('Candidates are for the employer service and team leads.');
  assertFirst(first);
  const where = { occupations: { prefix: vacancy.occupation.slice(0, 2) }, municipality: { in: actor.municipalities } };
  return bestMatches(
    profiles,
    { where, matchOf: (profile) => match(profile, vacancy), idOf: ({ profile }) => profile.id },
    first,
  );
}

function assertFirst(first: number): void {
  if (first < 1 || first > MOST_MATCHES)
    throw new EmployerRefusal('INVALID_INPUT', `must be from 1 to ${MOST_MATCHES}.`, 'first');
}
