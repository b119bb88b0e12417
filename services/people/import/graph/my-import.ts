import { requireFound } from '#shared/graph/answer.ts';
import { Refusal } from '#shared/refusal.ts';
import type { Context } from '../../context.ts';
import { assertImports } from './import-access.ts';
import type { Import } from '../import.ts';

/** Whether an import of another municipality exists is not told either. */
export async function myImport(
  importId: string,
  { actor, importing }: Pick<Context, 'actor' | 'importing'>,
): Promise<Import> {
  assertImports(actor);
  const file = requireFound(await importing.imports.get(importId), 'The import');
  if (!actor.municipalities.includes(file.municipality)) throw new Refusal('NOT_FOUND', 'The import was not found.');
  return file;
}
