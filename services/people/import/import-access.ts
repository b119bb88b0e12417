import type { Actor } from '#shared/identity.ts';
import { Refusal } from '#shared/refusal.ts';

type OfMunicipality = { municipality: string };

/** Whose people are on the list: those who work with them may stage, check and decide. */
export function mayImport({ role, municipalities }: Actor, { municipality }: OfMunicipality): boolean {
  return (role === 'CASE_MANAGER' || role === 'TEAM_LEAD') && municipalities.includes(municipality);
}

/** A whole municipality changes at once: the team lead answers for it. */
export function mayConfirm(actor: Actor, file: OfMunicipality): boolean {
  return actor.role === 'TEAM_LEAD' && mayImport(actor, file);
}

/** Operators see that an import waits or runs, never what is in it. */
export function maySeeState(actor: Actor, file: OfMunicipality): boolean {
  return actor.role === 'OPERATOR' || mayImport(actor, file);
}

export function assertMayImport(actor: Actor, file: OfMunicipality): void {
  if (!mayImport(actor, file)) throw new Refusal('FORBIDDEN', 'Lists are imported by case managers and team leads, for their own municipalities.');
}

export function assertMayConfirm(actor: Actor, file: OfMunicipality): void {
  if (!mayConfirm(actor, file)) throw new Refusal('FORBIDDEN', 'An import is confirmed by a team lead of the municipality.');
}
