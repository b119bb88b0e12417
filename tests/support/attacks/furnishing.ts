import type { HouseUnderTest } from '#tests/support/house.ts';
import { at } from '#tests/support/at.ts';
import { asked, done } from '#tests/support/graph-of.ts';
import { measureInput } from '#tests/support/measure-input.ts';

export const EINHAUSEN = '06431006';
export const FUERTH = '06431007';
export const GROSS_ROHRHEIM = '06431010';

/** What of the person nobody may read who attacks; each of it stands nowhere else. */
export const secrets = {
  givenName: 'Zaunlieb',
  familyName: 'Kanarienvogel',
  customerNumber: '437D773311',
  birthDate: '1981-02-03',
  phone: '06251 773311',
  notes: 'Spatzennest am Fenster',
  number: '43705BG0773311',
} as const;
/** Who it is. */
export const IDENTITY = /Zaunlieb|Kanarienvogel|437D773311|BG0773311|06251 773311|1981-02-03|03\.02\.1981|Spatzennest/i;
/** And since when they are in receipt, which events may tell and answers may not. */
export const SECRET = new RegExp(`${IDENTITY.source}|2023-04-01|01\\.04\\.2023`, 'i');

/** Ids of what is in the house: attackers may have read them from an event, a bookmark or a screen. */
export type FurnishedIds = {
  personId: string;
  benefitUnitId: string;
  projectId: string;
  caseId: string;
  interviewId: string;
  meetingId: string;
  measureId: string;
  enrolmentId: string;
  leadId: string;
  importId: string;
  employerId: string;
};

/** Puts one person into the house, looked after by Anna Berg in Einhausen, and everything around them. */
export async function furnishHouse(house: HouseUnderTest): Promise<FurnishedIds> {
  const id = async (user: string, name: string, [path, input]: [string, Record<string, unknown>]): Promise<string> =>
    String(at(await done(house, user, { name, input, selection: `${path.split('.')[0] ?? ''} { id }` }), `${path}.id`));
  const { notes, phone, number, ...identity } = secrets;
  const projectId = await id('miriam.vogt', 'startProject', [
    'project',
    { municipality: EINHAUSEN, title: 'Kurze Wege', caseManagerIds: ['anna.berg'], startedOn: '2026-01-05' },
  ]);
  const personId = await id('anna.berg', 'registerPerson', [
    'person',
    { ...identity, sex: 'FEMALE', municipality: EINHAUSEN, idempotencyKey: 'einhausen-1' },
  ]);
  const benefitUnitId = await id('anna.berg', 'formBenefitUnit', [
    'benefitUnit',
    { number, municipality: EINHAUSEN, formedOn: '2023-04-01', members: [{ personId, role: 'APPLICANT' }] },
  ]);
  await id('anna.berg', 'startBenefit', ['benefitUnit', { benefitUnitId, startedOn: '2023-04-01' }]);
  await id('anna.berg', 'updateContact', ['person', { personId, phone }]);
  const caseId = await id('anna.berg', 'openCase', [
    'case',
    { projectId, personId, contactId: 'anna.berg', careTeam: ['anna.berg'], openedOn: '2026-01-06' },
  ]);
  await id('anna.berg', 'recordObstacles', ['person', { personId, obstacles: ['DEBT'], severelyDisabled: false }]);
  const interviewId = await id('anna.berg', 'inviteToInterview', [
    'interview',
    { caseId, scheduledAt: '2026-02-02T09:00:00Z', place: 'TOWN_HALL', placeReason: 'Closer', invitedOn: '2026-01-10' },
  ]);
  await id('anna.berg', 'noteInterview', ['interview', { caseId, interviewId, notes, idempotencyKey: 'einhausen-2' }]);
  const meetingId = await id('rathaus.einhausen', 'holdExchange', [
    'meeting',
    { projectId, heldOn: '2026-02-03', participants: ['TOWN_HALL'], topics: ['CLUBS'], items: [] },
  ]);
  const measureId = await id('miriam.vogt', 'offerMeasure', [
    'measure',
    {
      ...measureInput,
      municipality: EINHAUSEN,
      place: { postcode: '64683', town: 'Einhausen' },
      startsOn: '2031-12-01',
      endsOn: '2032-03-31',
      places: 5,
      approvedUntil: '2032-12-31',
    },
  ]);
  // A proposal is nothing that a provider learns of.
  const enrolmentId = await id('anna.berg', 'proposeMeasure', ['enrolment', { measureId, personId }]);
  const leadId = await id('rathaus.einhausen', 'reportLead', [
    'lead',
    { municipality: EINHAUSEN, company: 'Ried-Logistik', kind: 'EXPANSION', reportedOn: '2026-02-03' },
  ]);
  const employerId = await id('carla.stein', 'registerEmployer', [
    'employer',
    { kind: 'COMPANY', name: 'Ried-Logistik', municipality: EINHAUSEN },
  ]);
  const importId = await id('anna.berg', 'startImport', ['import', { municipality: EINHAUSEN }]);
  // What is shown outside is noted when it is shown first: asking again changes nothing.
  await asked(house, 'rathaus.einhausen', 'query($ags: ID!) { situation(municipality: $ags) { asOf } }', {
    ags: EINHAUSEN,
  });
  return {
    personId,
    benefitUnitId,
    projectId,
    caseId,
    interviewId,
    meetingId,
    measureId,
    enrolmentId,
    leadId,
    importId,
    employerId,
  };
}
