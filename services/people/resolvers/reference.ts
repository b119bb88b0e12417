import { Refusal } from '#shared/refusal.ts';
import { pageOf, type Connection, type PageArguments } from '#shared/paging.ts';
import { municipalities, municipalityOf } from '../reference/municipalities.ts';
import { occupationOf, searchOccupations, type Occupation } from '../reference/occupations.ts';

/** Every word of it is looked for in every title. */
const LONGEST_SEARCH = 100;

export const referenceQueries = {
  municipalities: () => municipalities,
  municipality: (_: unknown, { ags }: { ags: string }) => municipalityOf(ags),
  occupation: (_: unknown, { code }: { code: string }) => occupationOf(code),
  occupations: (_: unknown, { search, ...page }: { search: string } & PageArguments): Connection<Occupation> => {
    if (search.length > LONGEST_SEARCH) throw new Refusal('INVALID_INPUT', `search: at most ${LONGEST_SEARCH} characters.`);
    // The list is the same for the same search, so that a code says where a page ended.
    return pageOf(searchOccupations(search), ({ code }) => code, page);
  },
};

export const municipalityFields = { __resolveReference: ({ ags }: { ags: string }) => municipalityOf(ags) };
export const occupationFields = { __resolveReference: ({ code }: { code: string }) => occupationOf(code) };
