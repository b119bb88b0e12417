import { assertNotBefore } from '#shared/calendar/fact-day.ts';
import { formats } from '#shared/codes/formats.ts';
import { assertNoPersonalData } from '#shared/protection/no-personal-data.ts';
import { assertAtMost, assertPlannable } from '../limits.ts';
import { CaseRefusal } from '../refusal.ts';
import { underPresentCode } from './legacy-goal-codes.ts';
import type { OfficeHours, Project, ProjectGoal } from './project.ts';

/** What a project consists of beside its place and time; some of it may be left out. */
export type ProjectParts = Partial<Pick<Project, 'title' | 'caseManagerIds' | 'partners' | 'goals' | 'officeHours'>>;

const MOST_OF_A_KIND = 50;
const [TIME] = formats.time;

/**
 * Returns names without spaces around them, user ids too, each case manager once, goals by their figures.
 * What is absent stays absent.
 */
export function tidyParts<Parts extends ProjectParts>(parts: Parts): Parts {
  const { title, caseManagerIds, partners, goals, officeHours } = parts;
  // The same keys with values of the same types.
  return {
    ...(title !== undefined && { title: title.trim() }),
    ...(caseManagerIds && { caseManagerIds: [...new Set(caseManagerIds.map((id) => id.trim()))] }),
    ...(partners && { partners: partners.map(({ kind, name }) => ({ kind, name: name.trim() })) }),
    ...(goals && { goals: goals.map(underPresentCode) }),
    ...(officeHours && { officeHours: officeHours.map((hours) => ({ ...hours, room: hours.room.trim() })) }),
  } as Parts;
}

/** Refuses a project that does not hold together, and changed parts that are beyond planning or tell of a person. */
export function assertParts(project: Project, { changed, today }: { changed: ProjectParts; today: string }): void {
  assertSetUp(project);
  assertPlannableParts(changed, today);
  assertTellsOfNobody(changed);
}

function assertSetUp({ startedOn, caseManagerIds, partners, goals, officeHours }: Project): void {
  if (caseManagerIds.length === 0)
    throw new CaseRefusal('INVALID_INPUT', 'at least one case manager works in a project.', 'caseManagerIds');
  const blank = caseManagerIds.indexOf('');
  if (blank >= 0) throw new CaseRefusal('INVALID_INPUT', 'must not be empty', `caseManagerIds.${blank}`);
  for (const [field, list] of Object.entries({ caseManagerIds, partners, goals, officeHours }))
    assertAtMost(MOST_OF_A_KIND, field, list);
  assertGoals(goals, startedOn);
  assertOfficeHours(officeHours);
}

function assertGoals(goals: readonly ProjectGoal[], startedOn: string): void {
  for (const [index, { code, target, dueOn, text }] of goals.entries()) {
    if (target < 0) throw new CaseRefusal('INVALID_INPUT', 'at least 0', `goals.${index}.target`);
    if (dueOn !== undefined) assertNotBefore(`goals.${index}.dueOn`, dueOn, startedOn);
    if (code === 'OTHER' && text === undefined)
      throw new CaseRefusal('INVALID_INPUT', 'says what is counted, where the code is OTHER.', `goals.${index}.text`);
  }
}

function assertOfficeHours(officeHours: readonly OfficeHours[]): void {
  for (const { from, to, validFrom, validTo } of officeHours) {
    for (const [field, time] of Object.entries({ from, to }))
      if (!TIME.test(time))
        throw new CaseRefusal(
          'INVALID_INPUT',
          'must be a time of the day such as 09:00, on a clock of 24 hours.',
          `officeHours.${field}`,
        );
    if (from >= to) throw new CaseRefusal('INVALID_INPUT', 'must be after `from`.', 'officeHours.to');
    if (validTo !== undefined) assertNotBefore('officeHours.validTo', validTo, validFrom);
  }
}

function assertPlannableParts({ goals = [], officeHours = [] }: ProjectParts, today: string): void {
  for (const [index, { dueOn }] of goals.entries())
    if (dueOn !== undefined) assertPlannable(`goals.${index}.dueOn`, dueOn, today);
  for (const { validFrom, validTo } of officeHours) {
    assertPlannable('officeHours.validFrom', validFrom, today);
    if (validTo !== undefined) assertPlannable('officeHours.validTo', validTo, today);
  }
}

/**
 * The town hall and every role of the municipality read what a project says: organisations and rooms, and no person.
 */
function assertTellsOfNobody({ title, partners = [], goals = [], officeHours = [] }: ProjectParts): void {
  assertNoPersonalData('title', title);
  for (const { name } of partners) assertNoPersonalData('partners.name', name);
  for (const { text } of goals) assertNoPersonalData('goals.text', text);
  for (const { room } of officeHours) assertNoPersonalData('officeHours.room', room);
}
