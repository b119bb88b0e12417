import type { Employer, EmployerContact, EmployerDecision } from '../employer.ts';
import { Refusal } from '#shared/refusal.ts';
import { assertNotInFuture } from './assert-dates.ts';

/** Somebody has talked to the employer, or tried to. The next call promised is kept until a later contact. */
export function recordContact(employer: Employer, { contact, today }: { contact: EmployerContact; today: string }): EmployerDecision {
  if (employer.contacts.some(({ id }) => id === contact.id)) return { state: employer, events: [] };
  assertNotInFuture('contactedOn', contact.contactedOn, today);
  if (contact.outcome === 'CALL_AGAIN' && contact.callAgainOn === undefined) throw new Refusal('INVALID_INPUT', 'callAgainOn: is needed when the outcome is CALL_AGAIN.');
  const { callAgainOn: _callAgainOn, ...rest } = employer;
  return {
    state: { ...rest, contacts: [...employer.contacts, contact], ...(contact.callAgainOn !== undefined && { callAgainOn: contact.callAgainOn }) },
    events: [{ type: 'employer.contacted', data: { employerId: employer.id, contactId: contact.id, contactedOn: contact.contactedOn, outcome: contact.outcome } }],
  };
}
