import { Refusal } from '#shared/refusal.ts';
import type { Connection, PageArguments } from '#shared/paging.ts';
import { municipalities, municipalityOf } from '../reference/municipalities.ts';
import { occupationOf, searchOccupations, type Occupation } from '../reference/occupations.ts';

/** Every word of it is looked for in every title. */
const LONGEST_SEARCH = 100;

export const referenceQueries = {
  municipalities: () => municipalities,
  municipality: (_: unknown, { ags }: { ags: string }) => municipalityOf(ags),
  occupation: (_: unknown, { code }: { code: string }) => occupationOf(code),
  occupations: (_: unknown, { search, first, after }: { search: string } & PageArguments): Connection<Occupation> => {
    if (first < 1 || first > 100) throw new Refusal('INVALID_INPUT', 'first: must be from 1 to 100.');
    if (search.length > LONGEST_SEARCH) throw new Refusal('INVALID_INPUT', `search: at most ${LONGEST_SEARCH} characters.`);
    const found = searchOccupations(search);
    const start = typeof after === 'string' ? indexBehind(found, after) : 0;
    const edges = found.slice(start, start + first).map((node) => ({ cursor: node.code, node }));
    const pageInfo = { hasNextPage: found.length > start + first, hasPreviousPage: start > 0, startCursor: edges[0]?.cursor ?? null, endCursor: edges.at(-1)?.cursor ?? null };
    return { edges, pageInfo };
  },
};

export const municipalityFields = { __resolveReference: ({ ags }: { ags: string }) => municipalityOf(ags) };
export const occupationFields = { __resolveReference: ({ code }: { code: string }) => occupationOf(code) };

/** The list is the same for the same search, so that a code says where a page ended. */
function indexBehind(occupations: readonly Occupation[], after: string): number {
  const last = occupations.findIndex(({ code }) => code === after);
  if (last < 0) throw new Refusal('INVALID_CURSOR', 'after: is no cursor of this list.');
  return last + 1;
}
