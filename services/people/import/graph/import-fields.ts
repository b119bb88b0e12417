import { assertMunicipality } from '#shared/codes/municipalities.ts';
import { fieldRefusal } from '#shared/graph/errors.ts';
import { connection, type Connection, type PageArguments } from '#shared/graph/paging.ts';
import type { Context } from '../../context.ts';
import type { Person } from '../../person/person.ts';
import { municipalityOf } from '../../reference/municipalities.ts';
import type { Import, ImportState } from '../import.ts';
import type { ListedRecipient } from '../read/listed-recipient.ts';
import { withDecision, type DuplicateCandidate, type ImportDuplicate } from '../staged/import-duplicate.ts';
import { LINES_PER_SLICE, sliceId } from '../staged/list-slice.ts';
import type { StagedProblem } from '../staged/staged-problem.ts';
import { importWorkId, type ImportWork } from '../work/import-work.ts';
import { importsVisibleTo, mayConfirm, mayImport, maySeeState } from './import-access.ts';

type ImportsArguments = PageArguments & { filter?: { municipality?: string; state?: ImportState } };

export const importQueries = {
  import: async (_: unknown, { id }: { id: string }, { actor, importing }: Context): Promise<Import> => {
    const list = await importing.imports.get(id);
    if (!list || !maySeeState(actor, list)) throw fieldRefusal('NOT_FOUND', 'The import was not found.');
    return list;
  },
  imports: (
    _: unknown,
    { filter: { municipality, state } = {}, ...page }: ImportsArguments,
    { actor, importing }: Context,
  ): Promise<Connection<Import>> => {
    const visible = importsVisibleTo(actor, municipality);
    if (municipality !== undefined) assertMunicipality(municipality);
    const where = { ...visible, ...(state && { state }) };
    return connection(importing.imports, { where, sort: { by: 'startedAt', direction: 'desc' } }, page);
  },
};

export const importFields = {
  municipality: ({ municipality }: Import) => municipalityOf(municipality),
  problemCount: ({ problems }: Import) => problems,
  duplicateCount: ({ duplicates }: Import) => duplicates,
  undecidedCount: ({ id, duplicates }: Import, _: unknown, { importing }: Context) =>
    duplicates === undefined ? null : importing.staged.duplicates.count({ importId: id, decided: false }),
  /**
   * Shown only to callers who may know everybody in the municipality: others could import one guessed line to see
   * whether it is right.
   */
  planned: (list: Import, _: unknown, { actor }: Context) => (mayConfirm(actor, list) ? list.planned : null),
  progress: async (list: Import, _: unknown, { importing }: Context) =>
    progressOf(list, await importing.load.work.load(importWorkId(list.id))),
  problems: (list: Import, page: PageArguments, context: Context): Promise<Connection<StagedProblem>> => {
    assertMayRead(list, context);
    return connection(context.importing.staged.problems, { where: { importId: list.id } }, page);
  },
  duplicates: async (
    list: Import,
    { undecidedOnly, ...page }: PageArguments & { undecidedOnly: boolean },
    context: Context,
  ): Promise<Connection<ImportDuplicate>> => {
    assertMayRead(list, context);
    const duplicates = await connection(
      context.importing.staged.duplicates,
      { where: { importId: list.id, ...(undecidedOnly && { decided: false }) } },
      page,
    );
    return {
      ...duplicates,
      edges: duplicates.edges.map(({ cursor, node }) => ({ cursor, node: withDecision(list, node) })),
    };
  },
};

function progressOf({ state, lines = 0 }: Import, work: ImportWork | null): { done: number; total: number } {
  if (state === 'CHECKING') return { done: work?.checkedLines ?? 0, total: work?.lines ?? 0 };
  if (state === 'CONFIRMED')
    return { done: Math.min(lines, (work?.slicesTakenOver ?? 0) * LINES_PER_SLICE), total: lines };
  return { done: state === 'COMPLETED' || state === 'CHECKED' ? lines : 0, total: lines };
}

/** Refuses to show the content of a list to those who do not import it: operators see the state alone. */
function assertMayRead(list: Import, { actor }: Context): void {
  if (!mayImport(actor, list)) throw fieldRefusal('FORBIDDEN', 'What a list says is for those who import it.');
}

export const duplicateFields = {
  recipient: async (
    { importId, slice, line }: ImportDuplicate,
    _: unknown,
    { importing }: Context,
  ): Promise<ListedRecipient | undefined> =>
    (await importing.load.slice.load(sliceId(importId, slice)))?.lines.find((staged) => staged.line === line)
      ?.recipient,
  decision: ({ verdict }: ImportDuplicate) => verdict?.decision,
  decidedBy: ({ verdict }: ImportDuplicate) => verdict?.decidedBy,
  decidedAt: ({ verdict }: ImportDuplicate) => verdict?.decidedAt,
  decidedPersonId: ({ verdict }: ImportDuplicate) => verdict?.personId,
};

export const candidateFields = {
  /** Null where the caller may not know the person: neither who they are nor their id. */
  personId: async (candidate: DuplicateCandidate, _: unknown, context: Context): Promise<string | undefined> =>
    (await knownCandidate(candidate, context))?.id,
  /** Null, not an error, where the caller may not know the person: the question stands for somebody else. */
  person: (candidate: DuplicateCandidate, _: unknown, context: Context): Promise<Person | null> =>
    knownCandidate(candidate, context),
};

async function knownCandidate({ personId }: DuplicateCandidate, { load }: Context): Promise<Person | null> {
  const person = personId === undefined ? null : await load.person.load(personId);
  return person && (await load.factGroups.load(person)).size > 0 ? person : null;
}
