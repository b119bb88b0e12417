import { assertNotBefore, assertNotInFuture, FIRST_DAY } from '#shared/calendar/fact-day.ts';
import { Refusal } from '#shared/refusal.ts';
import type { Employer, EmployerContact, EmployerDecision } from '../../employer/employer.ts';
import { filledTexts } from '../../filled-texts.ts';

/** Somebody has talked to the employer, or tried to. The latest contact says whether and when to call again. */
export function recordContact(
  employer: Employer,
  { contact: { note, ...told }, today }: { contact: EmployerContact; today: string },
): EmployerDecision {
  if (employer.contacts.some(({ id }) => id === told.id)) return { state: employer, events: [] };
  const contact = { ...told, ...filledTexts({ note }) };
  assertNotInFuture('contactedOn', contact.contactedOn, today);
  assertNotBefore('contactedOn', contact.contactedOn, FIRST_DAY);
  if (contact.outcome === 'CALL_AGAIN' && contact.callAgainOn === undefined)
    throw new Refusal('INVALID_INPUT', 'callAgainOn: is needed when the outcome is CALL_AGAIN.');
  if (contact.callAgainOn !== undefined) assertNotBefore('callAgainOn', contact.callAgainOn, contact.contactedOn);

  const contacts = [...employer.contacts, contact].sort((one, other) =>
    one.contactedOn.localeCompare(other.contactedOn),
  );
  const callAgainOn = contacts.at(-1)?.callAgainOn;
  const { callAgainOn: _promisedBefore, ...rest } = employer;
  return {
    state: { ...rest, contacts, ...(callAgainOn !== undefined && { callAgainOn }) },
    events: [
      {
        type: 'employer.contacted',
        data: {
          employerId: employer.id,
          contactId: contact.id,
          contactedOn: contact.contactedOn,
          outcome: contact.outcome,
        },
      },
    ],
  };
}
