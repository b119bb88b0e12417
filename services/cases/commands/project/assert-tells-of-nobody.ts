import { assertNoPersonalData } from '#shared/protection/no-personal-data.ts';
import type { Project } from '../../project.ts';

/** The town hall and every role of the municipality read what a project says: organisations and rooms, and nobody who is looked after. Refused with TEXT_HAS_PERSONAL_DATA. */
export function assertTellsOfNobody({ title, partners = [], goals = [], officeHours = [] }: Partial<Project>): void {
  assertNoPersonalData('title', title);
  for (const { name } of partners) assertNoPersonalData('partners.name', name);
  for (const { text } of goals) assertNoPersonalData('goals.text', text);
  for (const { room } of officeHours) assertNoPersonalData('officeHours.room', room);
}
