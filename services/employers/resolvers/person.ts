import { bringsToWork } from '../access.ts';
import type { Context } from '../context.ts';
import { forbiddenField } from '../refusal.ts';
import { maySeePlacementsOf, placementsWith, proposalsWith } from '../visible.ts';
import { matchesOf, type MatchesArguments } from './match.ts';

type Ref = { id: string };

export const personFields = {
  __resolveReference: ({ id }: Ref) => ({ id }),
  proposals: async ({ id }: Ref, _: unknown, context: Context) => {
    assertMayRead(await maySeePlacementsOf(id, context));
    return proposalsWith('personId', id, context);
  },
  placements: async ({ id }: Ref, _: unknown, context: Context) => {
    assertMayRead(await maySeePlacementsOf(id, context));
    return placementsWith('personId', id, context);
  },
  matches: ({ id }: Ref, args: MatchesArguments, context: Context) => matchesOf(id, args, context),
};

export const caseFields = {
  __resolveReference: ({ id }: Ref) => ({ id }),
  proposals: async ({ id }: Ref, _: unknown, context: Context) => {
    assertMayRead(await maySeeCase(id, context));
    return proposalsWith('caseId', id, context);
  },
  placements: async ({ id }: Ref, _: unknown, context: Context) => {
    assertMayRead(await maySeeCase(id, context));
    return placementsWith('caseId', id, context);
  },
};

function assertMayRead(may: boolean): void {
  if (!may) throw forbiddenField('This is for those who look after the person.');
}

async function maySeeCase(id: string, context: Context): Promise<boolean> {
  // Whoever never has to do with cases does not learn either whether an id is one's.
  const team = bringsToWork(context.actor) ? await context.loaders.team.load(id) : null;
  return team !== null && maySeePlacementsOf(team.personId, context);
}
