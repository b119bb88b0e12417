import { Refusal } from '#shared/refusal.ts';
import type { Connection, PageArguments } from '#shared/paging.ts';
import { municipalities, municipalityOf } from '../reference/municipalities.ts';
import { occupationOf, searchOccupations, type Occupation } from '../reference/occupations.ts';

export const referenceQueries = {
  municipalities: () => municipalities,
  municipality: (_: unknown, { ags }: { ags: string }) => municipalityOf(ags),
  occupations: (_: unknown, { search, first, after }: { search: string } & PageArguments): Connection<Occupation> => {
    if (first < 1 || first > 100) throw new Refusal('INVALID_INPUT', 'first: must be from 1 to 100.');
    const found = searchOccupations(search).filter(({ code }) => typeof after !== 'string' || code > after);
    const edges = found.slice(0, first).map((node) => ({ cursor: node.code, node }));
    return { edges, pageInfo: { hasNextPage: found.length > first, hasPreviousPage: typeof after === 'string', startCursor: edges[0]?.cursor ?? null, endCursor: edges.at(-1)?.cursor ?? null } };
  },
};

export const municipalityFields = { __resolveReference: ({ ags }: { ags: string }) => municipalityOf(ags) };
export const occupationFields = { __resolveReference: ({ code }: { code: string }) => occupationOf(code) };
