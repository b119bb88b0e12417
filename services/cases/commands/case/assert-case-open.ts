import { Refusal } from '#shared/refusal.ts';
import { isOpen, type Case } from '../../case.ts';

/** A closed case stays as it is until it is reopened. */
export function assertCaseOpen(known: Case): void {
  if (!isOpen(known)) throw new Refusal('CASE_CLOSED', 'The case is closed; reopen it first.');
}
