import { fieldRefusal } from '#shared/graph/errors.ts';
import { assertMunicipality } from '#shared/codes/municipalities.ts';
import { connection, type Connection, type PageArguments } from '#shared/graph/paging.ts';
import type { Context } from '../../context.ts';
import type { Person } from '../../person/person.ts';
import { municipalityOf } from '../../reference/municipalities.ts';
import { mayConfirm, mayImport, maySeeState } from './import-access.ts';
import type { Import, ImportState } from '../import.ts';
import {
  LINES_PER_SLICE,
  sliceId,
  withVerdict,
  workId,
  type Candidate,
  type Duplicate,
  type ImportWork,
  type StoredProblem,
} from '../staged.ts';
import type { Recipient } from '../read/recipient.ts';

type Listed = PageArguments & { filter?: { municipality?: string | null; state?: ImportState | null } | null };

export const importQueries = {
  import: async (_: unknown, { id }: { id: string }, { actor, importing }: Context): Promise<Import> => {
    const file = await importing.imports.get(id);
    if (!file || !maySeeState(actor, file)) throw fieldRefusal('NOT_FOUND', 'The import was not found.');
    return file;
  },
  imports: (_: unknown, { filter, ...page }: Listed, { actor, importing }: Context): Promise<Connection<Import>> => {
    if (!['CASE_MANAGER', 'TEAM_LEAD', 'OPERATOR'].includes(actor.role))
      throw fieldRefusal('FORBIDDEN', 'Imports are for those who import, and for operators.');
    const { municipality, state } = filter ?? {};
    if (typeof municipality === 'string') assertMunicipality(municipality);
    const wanted = (ags: string): boolean => typeof municipality !== 'string' || ags === municipality;
    const where = {
      ...(actor.role === 'OPERATOR'
        ? typeof municipality === 'string' && { municipality }
        : { municipality: { in: actor.municipalities.filter(wanted) } }),
      ...(state && { state }),
    };
    return connection(importing.imports, { where, sort: { by: 'startedAt', direction: 'desc' } }, page);
  },
};

export const importFields = {
  municipality: ({ municipality }: Import) => municipalityOf(municipality),
  problemCount: ({ problems }: Import) => problems,
  duplicateCount: ({ duplicates }: Import) => duplicates,
  undecidedCount: ({ id, duplicates }: Import, _: unknown, { importing }: Context) =>
    duplicates === undefined ? null : importing.staged.duplicates.count({ importId: id, decided: false }),
  /** Somebody could import one guessed line to see whether it is right, so the plan is shown only to callers who may know everybody in the municipality. */
  planned: (file: Import, _: unknown, { actor }: Context) => (mayConfirm(actor, file) ? file.planned : null),
  progress: async (file: Import, _: unknown, { importing }: Context) =>
    progressOf(file, await importing.load.work.load(workId(file.id))),
  problems: (file: Import, page: PageArguments, context: Context): Promise<Connection<StoredProblem>> => {
    assertContent(file, context);
    return connection(context.importing.staged.problems, { where: { importId: file.id } }, page);
  },
  duplicates: async (
    file: Import,
    { undecidedOnly, ...page }: PageArguments & { undecidedOnly: boolean },
    context: Context,
  ): Promise<Connection<Duplicate>> => {
    assertContent(file, context);
    const listed = await connection(
      context.importing.staged.duplicates,
      { where: { importId: file.id, ...(undecidedOnly && { decided: false }) } },
      page,
    );
    return { ...listed, edges: listed.edges.map(({ cursor, node }) => ({ cursor, node: withVerdict(file, node) })) };
  },
};

function progressOf({ state, lines = 0 }: Import, work: ImportWork | null): { done: number; total: number } {
  if (state === 'CHECKING') return { done: work?.checkedLines ?? 0, total: work?.lines ?? 0 };
  if (state === 'CONFIRMED')
    return { done: Math.min(lines, (work?.slicesTakenOver ?? 0) * LINES_PER_SLICE), total: lines };
  return { done: state === 'COMPLETED' || state === 'CHECKED' ? lines : 0, total: lines };
}

/** What lines say is for those who import them; operators see the state alone. */
function assertContent(file: Import, { actor }: Context): void {
  if (!mayImport(actor, file)) throw fieldRefusal('FORBIDDEN', 'What a list says is for those who import it.');
}

export const duplicateFields = {
  recipient: async (
    { importId, slice, line }: Duplicate,
    _: unknown,
    { importing }: Context,
  ): Promise<Recipient | undefined> =>
    (await importing.load.slice.load(sliceId(importId, slice)))?.lines.find((staged) => staged.line === line)
      ?.recipient,
  decision: ({ verdict }: Duplicate) => verdict?.decision,
  decidedBy: ({ verdict }: Duplicate) => verdict?.decidedBy,
  decidedAt: ({ verdict }: Duplicate) => verdict?.decidedAt,
  decidedPersonId: ({ verdict }: Duplicate) => verdict?.personId,
};

export const candidateFields = {
  /** Not an error where the caller may not know them: the question stands, and somebody else can answer it. */
  person: async ({ personId }: Candidate, _: unknown, { load }: Context): Promise<Person | null> => {
    const person = personId === undefined ? null : await load.person.load(personId);
    return person && (await load.factGroups.load(person)).size > 0 ? person : null;
  },
};
