import { plainText } from '#shared/codes/plain-text.ts';
import { sortNameOf, type Employer } from '../../employer.ts';
import { written } from '../../written.ts';

/**
 * The facts as they are stored. A text that is empty is absent: so a Betriebsnummer or a contact person that is not right any more
 * can be taken out, and two employers without a number do not count as having the same one.
 */
export function filledIn({ number, branch, address, contactPerson, ...rest }: Employer): Employer {
  const name = plainText(rest.name);
  const person = written({ ...contactPerson });
  return {
    ...rest,
    ...written({ number, branch }),
    name,
    sortName: sortNameOf(name),
    address: written(address),
    // Without a name, the store refuses the rest.
    ...(Object.keys(person).length > 0 && { contactPerson: { name: '', ...person } }),
  };
}
