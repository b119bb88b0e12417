import { plainText } from '#shared/codes/plain-text.ts';
import { employerSortName, type Employer } from './employer.ts';
import { filledTexts } from '../filled-texts.ts';

/**
 * Returns the employer as it is stored. A text that is empty is absent: so a Betriebsnummer or a contact person that is
 * not right any more can be removed, and two employers without a number do not count as having the same one.
 */
export function normaliseEmployer({ number, branch, address, contactPerson, ...rest }: Employer): Employer {
  const name = plainText(rest.name);
  const person = filledTexts({ ...contactPerson });
  return {
    ...rest,
    ...filledTexts({ number, branch }),
    name,
    sortName: employerSortName(name),
    address: filledTexts(address),
    // Without a name, the store refuses the rest.
    ...(Object.keys(person).length > 0 && { contactPerson: { name: '', ...person } }),
  };
}
