import { findAll } from '#shared/documents/find-all.ts';
import type { Person } from '../../person/person.ts';
import type { DuplicateCandidate } from '../staged/import-duplicate.ts';
import type { ReadLine } from '../staged/list-slice.ts';
import type { MatchedLine, Register } from './register.ts';
import { isOtherIdentity, isSameIdentity } from './other-identity.ts';
import { comparableName, similarNames, type ComparableName } from './similar-names.ts';

/** The customer numbers and birth dates of a whole list, for the check of each of its lines. */
export type ListIndex = {
  municipality: string;
  customerNumbers: ReadonlySet<string>;
  linesByBirthDate: ReadonlyMap<string, NamedLine[]>;
};
type NamedLine = { line: number; birthDate: string; name: ComparableName };

/** More people share a birth date only where it stands in for an unknown one; more candidates would not help. */
const MAX_COMPARED = 500;
const MAX_CANDIDATES = 10;

export function listIndex(municipality: string, lines: readonly ReadLine[]): ListIndex {
  const named = lines.map(({ line, recipient }) => ({
    line,
    birthDate: recipient.birthDate,
    name: comparableName(recipient),
  }));
  return {
    municipality,
    customerNumbers: new Set(lines.map(({ recipient }) => recipient.customerNumber)),
    linesByBirthDate: Map.groupBy(named, ({ birthDate }) => birthDate),
  };
}

/**
 * Finds the lines somebody has to look at: a person who is new by customer number, but was born on the same day and has
 * a similar name as another one; a person who is registered in another municipality; and a known number under which the
 * list has what is likely somebody else.
 */
export async function findDuplicates(
  { persons }: Register,
  lines: readonly MatchedLine[],
  list: ListIndex,
): Promise<{ line: number; candidates: DuplicateCandidate[] }[]> {
  const birthDates = new Set(
    lines
      .filter(({ registered, recipient }) => !registered || !isSameIdentity(registered, recipient))
      .map(({ recipient }) => recipient.birthDate),
  );
  const bornThen =
    birthDates.size === 0
      ? []
      : await findAll(persons, { birthDate: { in: [...birthDates] } }, birthDates.size * MAX_COMPARED);
  const everybodyBornThen = Map.groupBy(bornThen, ({ birthDate }) => birthDate);
  // A person who has a line of their own in the list is found by that line.
  const byBirthDate = Map.groupBy(
    bornThen.filter(({ customerNumber }) => !list.customerNumbers.has(customerNumber)),
    ({ birthDate }) => birthDate,
  );
  return lines
    .map((line) => ({
      line: line.line,
      candidates: line.registered
        ? knownOtherwise(line.recipient, line.registered, { list, bornThen: everybodyBornThen })
        : [...similarPersons(line, byBirthDate), ...similarLines(line, list)].slice(0, MAX_CANDIDATES),
    }))
    .filter(({ candidates }) => candidates.length > 0);
}

type Known = { list: ListIndex; bornThen: ReadonlyMap<string, Person[]> };

/** Asks about a person whose number is known, but in another municipality, or for what is likely somebody else. */
function knownOtherwise(
  recipient: MatchedLine['recipient'],
  registered: Person,
  { list, bornThen }: Known,
): DuplicateCandidate[] {
  const { id: personId, municipality } = registered;
  if (municipality !== list.municipality) return [{ reason: 'OTHER_MUNICIPALITY', personId }];
  if (isSameIdentity(registered, recipient)) return [];
  // Who is registered under another number with exactly this identity, such as a twin, has changed numbers.
  const isKnownElse = (bornThen.get(recipient.birthDate) ?? []).some(
    (person) => person.id !== personId && isSameIdentity(person, recipient),
  );
  return isKnownElse || isOtherIdentity(registered, recipient) ? [{ reason: 'OTHER_IDENTITY', personId }] : [];
}

function similarPersons({ recipient }: MatchedLine, byBirthDate: ReadonlyMap<string, Person[]>): DuplicateCandidate[] {
  const name = comparableName(recipient);
  const bornThen = byBirthDate.get(recipient.birthDate) ?? [];
  return bornThen
    .slice(0, MAX_COMPARED)
    .filter((person) => similarNames(comparableName(person), name))
    .map(({ id }) => ({ reason: 'SIMILAR_PERSON', personId: id }));
}

function similarLines({ line, recipient }: MatchedLine, { linesByBirthDate }: ListIndex): DuplicateCandidate[] {
  const name = comparableName(recipient);
  const earlier = (linesByBirthDate.get(recipient.birthDate) ?? []).filter((candidate) => candidate.line < line);
  return earlier
    .slice(-MAX_COMPARED)
    .filter((candidate) => similarNames(candidate.name, name))
    .map((candidate) => ({ reason: 'SIMILAR_LINE', line: candidate.line }));
}
