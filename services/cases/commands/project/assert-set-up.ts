import { assertNotBefore } from '#shared/fact-day.ts';
import { Refusal } from '#shared/refusal.ts';
import type { Goal, OfficeHours, Project } from '../../project.ts';
import { assertAtMost } from '../assert-list.ts';

const MOST = 50;

/** What holds of a project whenever it was set up or changed. */
export function assertSetUp({ startedOn, caseManagerIds, partners, goals, officeHours }: Project): void {
  if (caseManagerIds.length === 0) throw new Refusal('INVALID_INPUT', 'caseManagerIds: at least one case manager works in a project.');
  if (caseManagerIds.includes('')) throw new Refusal('INVALID_INPUT', 'caseManagerIds: a user id is not blank.');
  for (const [field, list] of Object.entries({ caseManagerIds, partners, goals, officeHours })) assertAtMost(MOST, field, list);
  assertGoals(goals, startedOn);
  assertOfficeHours(officeHours);
}

function assertGoals(goals: readonly Goal[], startedOn: string): void {
  for (const { code, dueOn, text } of goals) {
    if (dueOn !== undefined) assertNotBefore('goals.dueOn', dueOn, startedOn);
    if (code === 'OTHER' && text === undefined) throw new Refusal('INVALID_INPUT', 'goals.text: says what is counted, where the code is OTHER.');
  }
}

function assertOfficeHours(officeHours: readonly OfficeHours[]): void {
  for (const { from, to, validFrom, validTo } of officeHours) {
    if (from >= to) throw new Refusal('INVALID_INPUT', 'officeHours.to: must be after `from`.');
    if (validTo !== undefined) assertNotBefore('officeHours.validTo', validTo, validFrom);
  }
}
