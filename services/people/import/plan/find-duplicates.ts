import { findAll } from '#shared/documents/find-all.ts';
import type { Person } from '../../person/person.ts';
import type { KnownLine, Register } from './register.ts';
import { comparableName, similarNames, type ComparableName } from './similar-names.ts';
import type { Candidate, ReadLine } from '../staged.ts';

/** What is known of the whole file while its lines are looked at in order. */
export type FileIndex = {
  municipality: string;
  customerNumbers: ReadonlySet<string>;
  linesByBirthDate: ReadonlyMap<string, NamedLine[]>;
};
type NamedLine = { line: number; birthDate: string; name: ComparableName };

/** More people than this share a birth date only where the date stands in for an unknown one; more candidates would not help. */
const COMPARED = 500;
const CANDIDATES = 10;

export function fileIndex(municipality: string, lines: readonly ReadLine[]): FileIndex {
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
 * The lines somebody has to look at: who is new by customer number, but was born on the same day and bears a similar name
 * as somebody else; and who is known, but in another municipality.
 */
export async function findDuplicates(
  { persons }: Register,
  lines: readonly KnownLine[],
  file: FileIndex,
): Promise<{ line: number; candidates: Candidate[] }[]> {
  const birthDates = new Set(lines.filter(({ known }) => known === null).map(({ recipient }) => recipient.birthDate));
  const bornThen =
    birthDates.size === 0
      ? []
      : await findAll(persons, { birthDate: { in: [...birthDates] } }, birthDates.size * COMPARED);
  // Somebody who has a line of their own in the file is found by that line.
  const byBirthDate = Map.groupBy(
    bornThen.filter(({ customerNumber }) => !file.customerNumbers.has(customerNumber)),
    ({ birthDate }) => birthDate,
  );
  return lines
    .map((line) => ({
      line: line.line,
      candidates: line.known
        ? fromElsewhere(line.known, file)
        : [...similarPersons(line, byBirthDate), ...similarLines(line, file)].slice(0, CANDIDATES),
    }))
    .filter(({ candidates }) => candidates.length > 0);
}

function fromElsewhere({ id, municipality }: Person, file: FileIndex): Candidate[] {
  return municipality === file.municipality ? [] : [{ reason: 'OTHER_MUNICIPALITY', personId: id }];
}

function similarPersons({ recipient }: KnownLine, byBirthDate: ReadonlyMap<string, Person[]>): Candidate[] {
  const name = comparableName(recipient);
  const bornThen = byBirthDate.get(recipient.birthDate) ?? [];
  return bornThen
    .slice(0, COMPARED)
    .filter((person) => similarNames(comparableName(person), name))
    .map(({ id }) => ({ reason: 'SIMILAR_PERSON', personId: id }));
}

function similarLines({ line, recipient }: KnownLine, { linesByBirthDate }: FileIndex): Candidate[] {
  const name = comparableName(recipient);
  const earlier = (linesByBirthDate.get(recipient.birthDate) ?? []).filter((other) => other.line < line);
  return earlier
    .slice(-COMPARED)
    .filter((other) => similarNames(other.name, name))
    .map((other) => ({ reason: 'SIMILAR_LINE', line: other.line }));
}
