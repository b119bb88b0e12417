import { daysLater } from '#shared/calendar/days.ts';
import type { Person } from '../../person/person.ts';
import { comparableName, similarNames, similarParts } from './similar-names.ts';

type Identity = Pick<Person, 'givenName' | 'familyName' | 'birthDate'>;

/** A correction moves a birth date less: a digit of day or month, or a day that was not known. */
const MOST_CORRECTED_DAYS = 366;

/**
 * True when a list gives a known customer number to what is likely somebody else: another name with another birth date,
 * another name altogether, or a birth date that jumps. Who marries, or corrects a birth date, stays the same person.
 */
export function isOtherIdentity(registered: Identity, listed: Identity): boolean {
  const [before, after] = [comparableName(registered), comparableName(listed)];
  if (registered.birthDate === listed.birthDate)
    return (
      !similarParts(before.given, after.given) &&
      !similarParts(before.family, after.family) &&
      !similarNames(before, after)
    );
  return !similarNames(before, after) || jumps(registered.birthDate, listed.birthDate);
}

function jumps(before: string, after: string): boolean {
  const [first, last] = before < after ? [before, after] : [after, before];
  return last > daysLater(first, MOST_CORRECTED_DAYS);
}

/** True for the same name, however it is written, and the same birth date. */
export function isSameIdentity(one: Identity, other: Identity): boolean {
  return one.birthDate === other.birthDate && nameKey(one) === nameKey(other);
}

const nameKey = (identity: Identity): string => {
  const { given, family } = comparableName(identity);
  return `${given.join(' ')}/${family.join(' ')}`;
};
