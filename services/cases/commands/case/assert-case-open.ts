import { Refusal } from '#shared/refusal.ts';
import { isOpen, type Case } from '../../case.ts';

/** What is closed stays as it is; whoever wants to go on reopens it. */
export function assertCaseOpen(known: Case): void {
  if (!isOpen(known)) throw new Refusal('CASE_CLOSED', 'The case is closed; reopen it first.');
}
