import { assertNotBefore, assertNotInFuture, FIRST_DAY } from '#shared/calendar/fact-day.ts';
import type { Employer, EmployerContact, EmployerDecision } from '../../employer/employer.ts';
import { filledTexts } from '../../filled-texts.ts';
import { EmployerRefusal } from '../../refusal.ts';

/** Records a talk with the employer, or the attempt. The latest contact says whether and when to call again. */
export function recordContact(
  employer: Employer,
  { contact: { note, ...facts }, today }: { contact: EmployerContact; today: string },
): EmployerDecision {
  if (employer.contacts.some(({ id }) => id === facts.id)) return { state: employer, events: [] };
  const contact = { ...facts, ...filledTexts({ note }) };
  assertNotInFuture('contactedOn', contact.contactedOn, today);
  assertNotBefore('contactedOn', contact.contactedOn, FIRST_DAY);
  if (contact.outcome === 'CALL_AGAIN' && contact.callAgainOn === undefined)
    throw new EmployerRefusal('INVALID_INPUT', 'is needed when the outcome is CALL_AGAIN.', 'callAgainOn');
  if (contact.callAgainOn !== undefined) assertNotBefore('callAgainOn', contact.callAgainOn, contact.contactedOn);

  const contacts = [...employer.contacts, contact].sort((left, right) =>
    left.contactedOn.localeCompare(right.contactedOn),
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
