import type { caseEvents } from '#shared/contracts/cases.ts';
import type { EventOf } from '#shared/contracts/contract.ts';
import type { Actor } from '#shared/identity/identity.ts';

export const grossRohrheim = '06431010';
const municipalities = [grossRohrheim];

/** Those who ask the measures service in tests of its graph. Jonas and the town hall look after nobody. */
export const askers = {
  miriam: { id: 'miriam', role: 'TEAM_LEAD', municipalities },
  anna: { id: 'anna', role: 'CASE_MANAGER', municipalities },
  jonas: { id: 'jonas', role: 'CASE_MANAGER', municipalities },
  bildungswerk: { id: 'kurs', role: 'PROVIDER', municipalities: [], providerId: 'bildungswerk' },
  townHall: { id: 'rathaus', role: 'TOWN_HALL', municipalities },
} satisfies Record<string, Actor>;

/** A course of 2020, as it is offered. */
export const weldingOffer = {
  title: 'Welding',
  provider: { id: 'bildungswerk', name: 'Bildungswerk' },
  instrument: 'P45_MAT',
  municipality: grossRohrheim,
  place: { postcode: '68649', town: 'Groß-Rohrheim' },
  startsOn: '2020-09-01',
  endsOn: '2020-11-30',
  hoursPerWeek: 25,
  dayparts: ['MORNING'],
  places: 1,
  approvedUntil: '2027-12-31',
};

/** The opening of a person's case, which Anna looks after. */
export function openingOf(personId: string): { subject: string } & EventOf<typeof caseEvents> {
  const caseId = `c-${personId}`;
  const team = { contactId: 'anna', careTeam: ['anna'] };
  const data = { caseId, personId, projectId: 'gr', municipality: grossRohrheim, ...team, openedOn: '2020-01-10' };
  return { subject: caseId, type: 'case.opened', data };
}
