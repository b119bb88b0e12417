import type { Where } from '#shared/documents/query.ts';
import { requireFound } from '#shared/graph/answer.ts';
import { fieldRefusal } from '#shared/graph/errors.ts';
import type { Actor, Role } from '#shared/identity/identity.ts';
import type { Context } from '../../context.ts';
import type { Import } from '../import.ts';
import { PeopleRefusal } from '../../refusal.ts';

/** What a role may do with lists. Each right but NOTHING includes the ones below it within the own municipalities. */
type ImportRight = 'CONFIRM' | 'IMPORT' | 'SEE_STATE' | 'NOTHING';

const importRights: Record<Role, ImportRight> = {
  // A whole municipality changes at once: the team lead answers for it.
  TEAM_LEAD: 'CONFIRM',
  // Those who work with the people on the list stage, check and decide.
  CASE_MANAGER: 'IMPORT',
  // Operators see that an import of any municipality waits or runs, never what is in it.
  OPERATOR: 'SEE_STATE',
  EMPLOYER_SERVICE: 'NOTHING',
  TOWN_HALL: 'NOTHING',
  PROVIDER: 'NOTHING',
  ANALYST: 'NOTHING',
};

type OfMunicipality = { municipality: string };

function importsSomewhere({ role }: Actor): boolean {
  return importRights[role] === 'IMPORT' || importRights[role] === 'CONFIRM';
}

export function mayImport(actor: Actor, { municipality }: OfMunicipality): boolean {
  return importsSomewhere(actor) && actor.municipalities.includes(municipality);
}

export function mayConfirm(actor: Actor, list: OfMunicipality): boolean {
  return importRights[actor.role] === 'CONFIRM' && mayImport(actor, list);
}

export function maySeeState(actor: Actor, list: OfMunicipality): boolean {
  return importRights[actor.role] === 'SEE_STATE' || mayImport(actor, list);
}

const NOT_YOURS = 'Lists are imported by case managers and team leads, for their own municipalities.';

export function assertMayImport(actor: Actor, list: OfMunicipality): void {
  if (!mayImport(actor, list)) throw new PeopleRefusal('FORBIDDEN', NOT_YOURS);
}

export function assertMayConfirm(actor: Actor, list: OfMunicipality): void {
  if (!mayConfirm(actor, list))
    throw new PeopleRefusal('FORBIDDEN', 'An import is confirmed by a team lead of the municipality.');
}

/** Returns the import, if it is of a municipality of the caller. Nobody else learns whether it exists. */
export async function requireOwnImport(
  importId: string,
  { actor, importing }: Pick<Context, 'actor' | 'importing'>,
): Promise<Import> {
  // Before anything is looked up: a caller who imports nothing anywhere does not learn whether an import exists.
  if (!importsSomewhere(actor)) throw new PeopleRefusal('FORBIDDEN', NOT_YOURS);
  const list = requireFound(await importing.imports.get(importId), 'The import');
  if (!actor.municipalities.includes(list.municipality))
    throw new PeopleRefusal('NOT_FOUND', 'The import was not found.');
  return list;
}

/** Returns the condition for the imports that the caller may see, narrowed to a municipality if one is asked for. */
export function importsVisibleTo({ role, municipalities }: Actor, municipality: string | undefined): Where {
  switch (importRights[role]) {
    case 'SEE_STATE':
      return municipality === undefined ? {} : { municipality };
    case 'IMPORT':
    case 'CONFIRM':
      return { municipality: { in: municipalities.filter((ags) => ags === (municipality ?? ags)) } };
    case 'NOTHING':
      throw fieldRefusal('FORBIDDEN', 'Imports are for those who import, and for operators.');
  }
}
