import { distance } from 'fastest-levenshtein';
import { searchKey } from '../../person/search-key.ts';

type FullName = { givenName: string; familyName: string };

/** A name made ready to be compared with many others. */
export type ComparableName = { given: string[]; family: string[] };

export function comparableName({ givenName, familyName }: FullName): ComparableName {
  return { given: partsOf(givenName), family: partsOf(familyName) };
}

/** Whether two names may be one person's: a slip of the pen, umlauts written in another way, a hyphenated name, given and family name swapped. */
export function similarNames(one: ComparableName, other: ComparableName): boolean {
  return alike(one, other) || alike(one, { given: other.family, family: other.given });
}

function alike(one: ComparableName, other: ComparableName): boolean {
  return anyPartAlike(one.family, other.family) && anyPartAlike(one.given, other.given);
}

function anyPartAlike(one: string[], other: string[]): boolean {
  return one.some((part) => other.some((candidate) => close(part, candidate))) || close(one.join(''), other.join(''));
}

/** One slip in four letters: Schmidt and Schmitt, Ada and Adda; Tim and Tom, or Maier and Meyer, are different names. */
function close(one: string, other: string): boolean {
  return distance(one, other) <= Math.floor(Math.max(one.length, other.length) / 4);
}

/** Parts that many share; they make nobody similar. */
const particles = new Set(['von', 'van', 'der', 'den', 'de', 'zu', 'al', 'el', 'bin']);

/** The parts of a name as it sounds: `Mueller`, `Stefan`. */
function partsOf(name: string): string[] {
  const parts = searchKey(name)
    .replaceAll('ph', 'f')
    .replaceAll('th', 't')
    .split(/[^\p{L}]+/u)
    .filter((part) => part !== '');
  const own = parts.filter((part) => !particles.has(part));
  return own.length > 0 ? own : parts;
}
