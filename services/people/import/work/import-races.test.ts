import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { careTeams } from '#shared/care-team.ts';
import type { Collection, Identified } from '#shared/documents/documents.ts';
import { findAll } from '#shared/documents/find-all.ts';
import { requireFound } from '#shared/graph/answer.ts';
import { serviceRequest } from '#shared/graph/request.ts';
import type { Actor } from '#shared/identity/identity.ts';
import { importFileOf, type ListLine } from '#tests/support/import-files.ts';
import { peopleLoad } from '../../load.ts';
import { disclosureView } from '../../views/disclosure.ts';
import { discardImport } from '../commands/discard-import.ts';
import { decideOnLine } from '../graph/decide-on-line.ts';
import { importContext } from '../graph/import-context.ts';
import {
  checkedImport,
  completedImport,
  confirmChecked,
  confirmedImport,
  importReplicas,
  startedImport,
  type ImportReplicas,
} from '../import.fixture.ts';
import { sliceId } from '../staged/list-slice.ts';
import { addImportChunk } from '../upload/add-import-chunk.ts';
import { chunkId } from '../upload/chunk.ts';
import { importWorkId, newImportWork } from './import-work.ts';

const anna: Actor = { id: 'anna.berg', role: 'CASE_MANAGER', municipalities: ['06431010'] };
const stamp = { requestId: 'r-1', at: new Date().toISOString() };
const content = Buffer.from('Kundennummer;Nachname\n437D012345;Groß').toString('base64');

describe('an import that several people and replicas work on at once', () => {
  let replicas: ImportReplicas;
  const requestTo = (number: number, desk = replicas.of(number).desk) => {
    const { documents, worker } = replicas.of(number);
    const load = peopleLoad(
      { ...desk.register, teams: careTeams(documents), disclosures: disclosureView(documents) },
      anna,
    );
    return {
      ...serviceRequest({ actor: anna, requestId: 'r-1' }, new Date()),
      importing: importContext(desk, worker),
      load,
    };
  };
  /** Delays each write to a collection until something else is done. */
  const late = <State extends Identified>(
    collection: Collection<State>,
    meanwhile: () => Promise<unknown>,
  ): Collection<State> => ({
    ...collection,
    change: async (id, decideOn, by) => {
      await meanwhile();
      return collection.change(id, decideOn, by);
    },
  });
  const storedChunks = async (): Promise<string[]> =>
    (await findAll(replicas.of(0).desk.staged.chunks, {})).map((chunk) => chunk.content).filter((text) => text !== '');
  const discard = (importId: string) =>
    replicas.of(1).desk.imports.change(importId, (list) => discardImport(requireFound(list, 'The import')), stamp);

  beforeEach(async () => {
    replicas = await importReplicas(2);
  });
  afterEach(() => replicas[Symbol.asyncDispose]());

  test.each(['discarded and emptied', 'handed in and checked'])(
    'a piece that arrives after the file was %s is refused, and nothing of it stays',
    async (what) => {
      const { desk } = replicas.of(0);
      await startedImport(desk, 'i-1');
      await addImportChunk({ importId: 'i-1', number: 1, content }, requestTo(0));
      const meanwhile = async (): Promise<void> => {
        if (what.startsWith('handed in')) await checkedImport(replicas.of(1).desk, 'i-1');
        else await discard('i-1');
        await replicas.of(1).worker.round();
      };
      const slow = { ...desk, staged: { ...desk.staged, chunks: late(desk.staged.chunks, meanwhile) } };
      const piece = { importId: 'i-1', number: 2, content: Buffer.from('437D012346;Klein').toString('base64') };
      await expect(addImportChunk(piece, requestTo(0, slow))).rejects.toMatchObject({ code: 'IMPORT_CLOSED' });
      expect(await storedChunks()).toEqual(what.startsWith('handed in') ? [content] : []);
      expect(await desk.staged.chunks.get(chunkId('i-1', 2))).toMatchObject({ content: '', sealed: true });
    },
  );

  test('nothing stays of pieces that arrive while the import is discarded', async () => {
    await startedImport(replicas.of(0).desk, 'i-1');
    const pieces = Array.from({ length: 40 }, (_, index) =>
      addImportChunk({ importId: 'i-1', number: index + 1, content }, requestTo(index % 2)),
    );
    await Promise.allSettled([...pieces, discard('i-1').then(() => replicas.of(1).worker.round())]);
    await replicas.of(0).worker.round();
    expect(await storedChunks()).toEqual([]);
    expect(await replicas.of(0).desk.staged.work.get(importWorkId('i-1'))).toMatchObject({ finished: true });
  });

  test('an import discarded while another replica checks it is emptied of what that one staged later', async () => {
    const { desk, worker } = replicas.of(0);
    await startedImport(desk, 'i-1', importFileOf([{}]));
    const meanwhile = async (): Promise<void> => {
      await discard('i-1');
      await replicas.of(1).worker.round();
    };
    await checkedImport({ ...desk, staged: { ...desk.staged, slices: late(desk.staged.slices, meanwhile) } }, 'i-1');
    expect((await desk.staged.slices.get(sliceId('i-1', 0)))?.lines).toHaveLength(1);
    await worker.round();
    expect([await desk.staged.slices.get(sliceId('i-1', 0)), await desk.imports.get('i-1')]).toMatchObject([
      { lines: [] },
      { state: 'DISCARDED' },
    ]);
  });

  describe('a list with two lines that may be one registered person', () => {
    const twice: ListLine[] = ['437D099998', '437D099999'].map((number, index) => ({
      Kundennummer: number,
      'BG-Nummer': `43705BG000999${index}`,
      Vorname: index === 0 ? 'Ada Maria' : 'Adda',
    }));
    let adaId = '';
    const same = (line: number) => ({ importId: 'i-2', line, decision: 'SAME_PERSON' as const, personId: adaId });

    beforeEach(async () => {
      const { desk, worker } = replicas.of(0);
      await confirmedImport(desk, 'i-1', importFileOf([{}]));
      await completedImport(desk, 'i-1', [worker]);
      adaId = requireFound((await findAll(desk.register.persons, {}))[0] ?? null, 'Ada').id;
      await startedImport(desk, 'i-2', importFileOf(twice));
      await checkedImport(desk, 'i-2');
    });

    test('of two lines decided at once to be the same person, one is', async () => {
      const answers = await Promise.allSettled([
        decideOnLine(same(2), requestTo(0)),
        decideOnLine(same(3), requestTo(1)),
      ]);
      expect(answers.filter(({ status }) => status === 'rejected')).toEqual([
        { status: 'rejected', reason: expect.objectContaining({ code: 'INVALID_INPUT' }) },
      ]);
      expect((await replicas.of(0).desk.imports.get('i-2'))?.verdicts).toHaveLength(1);
    });

    test('a decision that comes after the confirmation is refused and changes nothing', async () => {
      const { desk } = replicas.of(0);
      for (const line of [2, 3]) await decideOnLine({ importId: 'i-2', line, decision: 'NEW_PERSON' }, requestTo(0));
      const confirm = () => confirmChecked(replicas.of(1).desk, 'i-2');
      await expect(
        decideOnLine(same(2), requestTo(0, { ...desk, imports: late(desk.imports, confirm) })),
      ).rejects.toMatchObject({ code: 'IMPORT_CLOSED' });
      const { done } = await completedImport(desk, 'i-2', [replicas.of(1).worker]);
      expect(done).toEqual({ created: 2, updated: 0, unchanged: 0, skipped: 0 });
    });
  });

  test('work without an import is given up after an hour, and stays until then', async () => {
    const { desk, worker } = replicas.of(0);
    const noteWork = (importId: string, notedAt: string) =>
      desk.staged.work.change(
        importWorkId(importId),
        () => ({ state: { ...newImportWork(importId, 'r-1'), notedAt }, events: [] }),
        stamp,
      );
    await noteWork('i-1', new Date(Date.now() - 2 * 3_600_000).toISOString());
    await noteWork('i-2', new Date().toISOString());
    await worker.round();
    expect((await findAll(desk.staged.work, { finished: false })).map(({ importId }) => importId)).toEqual(['i-2']);
  });
});
