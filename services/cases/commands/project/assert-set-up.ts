import { assertNotBefore } from '#shared/calendar/fact-day.ts';
import { Refusal } from '#shared/refusal.ts';
import type { Goal, OfficeHours, Project } from '../../project.ts';
import { assertAtMost } from '../assert-list.ts';
import { assertPlannable } from '../plannable-day.ts';
import type { ProjectParts } from './tidied.ts';

const MOST = 50;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** What holds of a project whenever it was set up or changed. */
export function assertSetUp({ startedOn, caseManagerIds, partners, goals, officeHours }: Project): void {
  if (caseManagerIds.length === 0)
    throw new Refusal('INVALID_INPUT', 'caseManagerIds: at least one case manager works in a project.');
  const blank = caseManagerIds.indexOf('');
  if (blank >= 0) throw new Refusal('INVALID_INPUT', `caseManagerIds.${blank}: must not be empty`);
  for (const [field, list] of Object.entries({ caseManagerIds, partners, goals, officeHours }))
    assertAtMost(MOST, field, list);
  assertGoals(goals, startedOn);
  assertOfficeHours(officeHours);
}

/** What is newly planned lies within what can be planned. */
export function assertPlannedWell({ goals = [], officeHours = [] }: ProjectParts, today: string): void {
  for (const [index, { dueOn }] of goals.entries())
    if (dueOn !== undefined) assertPlannable(`goals.${index}.dueOn`, dueOn, today);
  for (const { validFrom, validTo } of officeHours) {
    assertPlannable('officeHours.validFrom', validFrom, today);
    if (validTo !== undefined) assertPlannable('officeHours.validTo', validTo, today);
  }
}

function assertGoals(goals: readonly Goal[], startedOn: string): void {
  for (const [index, { code, target, dueOn, text }] of goals.entries()) {
    if (target < 0) throw new Refusal('INVALID_INPUT', `goals.${index}.target: at least 0`);
    if (dueOn !== undefined) assertNotBefore(`goals.${index}.dueOn`, dueOn, startedOn);
    if (code === 'OTHER' && text === undefined)
      throw new Refusal('INVALID_INPUT', `goals.${index}.text: says what is counted, where the code is OTHER.`);
  }
}

function assertOfficeHours(officeHours: readonly OfficeHours[]): void {
  for (const { from, to, validFrom, validTo } of officeHours) {
    for (const [field, time] of Object.entries({ from, to }))
      if (!TIME.test(time))
        throw new Refusal(
          'INVALID_INPUT',
          `officeHours.${field}: must be a time of the day such as 09:00, on a clock of 24 hours.`,
        );
    if (from >= to) throw new Refusal('INVALID_INPUT', 'officeHours.to: must be after `from`.');
    if (validTo !== undefined) assertNotBefore('officeHours.validTo', validTo, validFrom);
  }
}
