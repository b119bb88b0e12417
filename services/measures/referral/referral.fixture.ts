import type { Referral } from './referral.ts';

/** Ada, sent to the Agentur für Arbeit. */
export const sentReferral: Referral = {
  id: 'r-1',
  personId: 'p-ada',
  caseId: 'c-ada',
  instrument: 'P81_FBW',
  recipient: 'AGENTUR',
  status: 'SENT',
  sentOn: '2026-08-01',
};
export const acceptedReferral: Referral = { ...sentReferral, status: 'ACCEPTED', acceptedOn: '2026-08-10' };

/** What every event about it says. */
export const factsOfReferral = { referralId: 'r-1', personId: 'p-ada', caseId: 'c-ada', instrument: 'P81_FBW' };
