import { worksWithPersons } from '#shared/care-team.ts';
import type { Actor } from '#shared/identity/identity.ts';
import { Refusal } from '#shared/refusal.ts';

type OfMunicipality = { municipality: string };

/** Whose people are on the list: those who work with them may stage, check and decide. */
export function mayImport(actor: Actor, { municipality }: OfMunicipality): boolean {
  return worksWithPersons(actor) && actor.municipalities.includes(municipality);
}

/** A whole municipality changes at once: the team lead answers for it. */
export function mayConfirm(actor: Actor, file: OfMunicipality): boolean {
  return actor.role === 'TEAM_LEAD' && mayImport(actor, file);
}

/** Operators see that an import waits or runs, never what is in it. */
export function maySeeState(actor: Actor, file: OfMunicipality): boolean {
  return actor.role === 'OPERATOR' || mayImport(actor, file);
}

const NOT_YOURS = 'Lists are imported by case managers and team leads, for their own municipalities.';

export function assertMayImport(actor: Actor, file: OfMunicipality): void {
  if (!mayImport(actor, file)) throw new Refusal('FORBIDDEN', NOT_YOURS);
}

/** Before anything is looked up: whoever imports nothing anywhere does not learn whether an import exists. */
export function assertImports(actor: Actor): void {
  if (!worksWithPersons(actor)) throw new Refusal('FORBIDDEN', NOT_YOURS);
}

export function assertMayConfirm(actor: Actor, file: OfMunicipality): void {
  if (!mayConfirm(actor, file))
    throw new Refusal('FORBIDDEN', 'An import is confirmed by a team lead of the municipality.');
}
