import { pageOf, type Connection, type PageArguments } from '#shared/graph/paging.ts';
import { municipalities, municipalityOf } from '../reference/municipalities.ts';
import { occupationOf, searchOccupations, type Occupation } from '../reference/occupations.ts';
import { PeopleRefusal, type PeopleRefusalCode } from '../refusal.ts';

/** Every word of a search is looked for in every title. */
const LONGEST_SEARCH = 100;

export const referenceQueries = {
  municipalities: () => municipalities,
  municipality: (_: unknown, { ags }: { ags: string }) => municipalityOf(ags),
  occupation: (_: unknown, { code }: { code: string }) => occupationOf(code),
  occupations: (_: unknown, { search, ...page }: { search: string } & PageArguments): Connection<Occupation> => {
    if (search.length > LONGEST_SEARCH)
      throw new PeopleRefusal('INVALID_INPUT', `at most ${LONGEST_SEARCH} characters.`, 'search');
    // The list is the same for the same search, so that a code says where a page ended.
    return pageOf(searchOccupations(search), ({ code }) => code, page);
  },
};

export const municipalityFields = {
  __resolveReference: ({ ags }: { ags: string }) =>
    requireListed(municipalityOf(ags), 'UNKNOWN_MUNICIPALITY', 'This municipality is not one of the district.'),
};
export const occupationFields = {
  __resolveReference: ({ code }: { code: string }) =>
    requireListed(occupationOf(code), 'UNKNOWN_OCCUPATION', 'This occupation is not one of the KldB 2010.'),
};

/**
 * Refuses an unknown key: the field is null with a code. Null alone would be reported as a fault of ours, because names
 * are never null.
 */
function requireListed<Entry>(entry: Entry | undefined, code: PeopleRefusalCode, message: string): Entry {
  if (entry === undefined) throw new PeopleRefusal(code, message);
  return entry;
}
