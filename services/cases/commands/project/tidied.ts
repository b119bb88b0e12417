import type { Project } from '../../project.ts';
import { countedAs } from './counted-as.ts';

/** What a project consists of beside its place and time. */
export type ProjectParts = Partial<Pick<Project, 'partners' | 'goals' | 'officeHours'>>;
type Parts = ProjectParts & Partial<Pick<Project, 'title' | 'caseManagerIds'>>;

/** Names without spaces around them, user ids too, each case manager once, goals by their figures. What is absent stays absent. */
export function tidied<Given extends Parts>({ title, caseManagerIds, partners, goals, officeHours }: Given): Given {
  // The same keys with values of the same types.
  return {
    ...(title !== undefined && { title: title.trim() }),
    ...(caseManagerIds && { caseManagerIds: [...new Set(caseManagerIds.map((id) => id.trim()))] }),
    ...(partners && { partners: partners.map(({ kind, name }) => ({ kind, name: name.trim() })) }),
    ...(goals && { goals: goals.map(countedAs) }),
    ...(officeHours && { officeHours: officeHours.map((hours) => ({ ...hours, room: hours.room.trim() })) }),
  } as Given;
}
