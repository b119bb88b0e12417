import { fieldRefusal } from '#shared/graph/errors.ts';
import { Refusal } from '#shared/refusal.ts';
import { pageInMemory, type Connection, type PageArguments } from '#shared/graph/paging.ts';
import { municipalities, municipalityOf } from '../reference/municipalities.ts';
import { occupationOf, searchOccupations, type Occupation } from '../reference/occupations.ts';

/** Every word of it is looked for in every title. */
const LONGEST_SEARCH = 100;

export const referenceQueries = {
  municipalities: () => municipalities,
  municipality: (_: unknown, { ags }: { ags: string }) => municipalityOf(ags),
  occupation: (_: unknown, { code }: { code: string }) => occupationOf(code),
  occupations: (_: unknown, { search, ...page }: { search: string } & PageArguments): Connection<Occupation> => {
    if (search.length > LONGEST_SEARCH)
      throw new Refusal('INVALID_INPUT', `search: at most ${LONGEST_SEARCH} characters.`);
    // The list is the same for the same search, so that a code says where a page ended.
    return pageInMemory(searchOccupations(search), ({ code }) => code, page);
  },
};

export const municipalityFields = {
  __resolveReference: ({ ags }: { ags: string }) =>
    inReference(municipalityOf(ags), 'UNKNOWN_MUNICIPALITY', 'This municipality is not one of the district.'),
};
export const occupationFields = {
  __resolveReference: ({ code }: { code: string }) =>
    inReference(occupationOf(code), 'UNKNOWN_OCCUPATION', 'This occupation is not one of the KldB 2010.'),
};

/** An unknown key makes the field null with a code. Null alone would be reported as a fault of ours, because names are never null. */
function inReference<Entry>(entry: Entry | undefined, code: string, message: string): Entry {
  if (entry === undefined) throw fieldRefusal(code, message);
  return entry;
}
