import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { requireFound } from '#shared/graph/answer.ts';
import { careTeams } from '#shared/care-team.ts';
import type { Collection, Documents, Identified } from '#shared/documents/documents.ts';
import { findAll } from '#shared/documents/find-all.ts';
import { sqliteDocuments } from '#shared/documents/sqlite/sqlite.ts';
import type { Actor } from '#shared/identity/identity.ts';
import { createLog } from '#shared/log.ts';
import { serviceRequest } from '#shared/graph/request.ts';
import { importFileOf, type ListLine } from '#tests/support/import-files.ts';
import { peopleLoad } from '../load.ts';
import { disclosureView } from '../views/disclosure.ts';
import { addChunk } from './upload/add-chunk.ts';
import { confirmImport } from './commands/confirm-import.ts';
import { discardImport } from './commands/discard-import.ts';
import { decide } from './graph/decide.ts';
import { importContext } from './graph/import-context.ts';
import type { ImportDesk } from './import-desk.ts';
import { checkedImport, deskOf, startedImport } from './import.fixture.ts';
import { importWorker, type ImportWorker } from './import-worker.ts';
import { chunkId, newWork, sliceId, workId } from './staged.ts';

const anna: Actor = { id: 'anna.berg', role: 'CASE_MANAGER', municipalities: ['06431010'] };
const stamp = { requestId: 'r-1', at: new Date().toISOString() };
const content = Buffer.from('Kundennummer;Nachname\n437D012345;Groß').toString('base64');

describe('an import that several people and replicas work on at once', () => {
  let folder: string;
  const replicas: { documents: Documents; desk: ImportDesk; worker: ImportWorker }[] = [];
  const replica = (number: number) => requireFound(replicas[number] ?? null, 'The replica');
  const asking = (number: number, desk = replica(number).desk) => {
    const { documents, worker } = replica(number);
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
  /** Somebody whose write comes late: everything else is done first. */
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
  const stored = async (): Promise<string[]> =>
    (await findAll(replica(0).desk.staged.chunks, {})).map((chunk) => chunk.content).filter((text) => text !== '');
  const discard = (importId: string) =>
    replica(1).desk.imports.change(importId, (file) => discardImport(requireFound(file, 'The import')), stamp);

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kurze-wege-import-'));
    for (let number = 0; number < 2; number += 1) {
      const documents = sqliteDocuments(join(folder, 'people.sqlite'));
      const desk = deskOf(documents);
      replicas.push({ documents, desk, worker: importWorker(desk, createLog('people', 'silent')) });
    }
  });
  afterEach(async () => {
    for (const { documents } of replicas.splice(0)) await documents.close();
    await rm(folder, { recursive: true });
  });

  test.each(['discarded and emptied', 'handed in and checked'])(
    'a piece that arrives when it was %s is refused, and nothing of it stays',
    async (what) => {
      const { desk } = replica(0);
      await startedImport(desk, 'i-1');
      await addChunk({ importId: 'i-1', number: 1, content }, asking(0));
      const meanwhile = async (): Promise<void> => {
        if (what.startsWith('handed in')) await checkedImport(replica(1).desk, 'i-1');
        else await discard('i-1');
        await replica(1).worker.round();
      };
      const slow = { ...desk, staged: { ...desk.staged, chunks: late(desk.staged.chunks, meanwhile) } };
      const piece = { importId: 'i-1', number: 2, content: Buffer.from('437D012346;Klein').toString('base64') };
      await expect(addChunk(piece, asking(0, slow))).rejects.toMatchObject({ code: 'IMPORT_CLOSED' });
      expect(await stored()).toEqual(what.startsWith('handed in') ? [content] : []);
      expect(await desk.staged.chunks.get(chunkId('i-1', 2))).toMatchObject({ content: '', sealed: true });
    },
  );

  test('many pieces and the end of it at the same moment: whatever is said of each, nothing stays', async () => {
    await startedImport(replica(0).desk, 'i-1');
    const pieces = Array.from({ length: 40 }, (_, index) =>
      addChunk({ importId: 'i-1', number: index + 1, content }, asking(index % 2)),
    );
    await Promise.allSettled([...pieces, discard('i-1').then(() => replica(1).worker.round())]);
    await replica(0).worker.round();
    expect(await stored()).toEqual([]);
    expect(await replica(0).desk.staged.work.get(workId('i-1'))).toMatchObject({ finished: true });
  });

  test('given up while another replica checks it, is emptied of what that one staged later', async () => {
    const { desk, worker } = replica(0);
    await startedImport(desk, 'i-1', importFileOf([{}]));
    const meanwhile = async (): Promise<void> => {
      await discard('i-1');
      await replica(1).worker.round();
    };
    await checkedImport({ ...desk, staged: { ...desk.staged, slices: late(desk.staged.slices, meanwhile) } }, 'i-1');
    expect((await desk.staged.slices.get(sliceId('i-1', 0)))?.lines).toHaveLength(1);
    await worker.round();
    expect([await desk.staged.slices.get(sliceId('i-1', 0)), await desk.imports.get('i-1')]).toMatchObject([
      { lines: [] },
      { state: 'DISCARDED' },
    ]);
  });

  describe('with lines that may be somebody who is known', () => {
    const twice: ListLine[] = ['437D099998', '437D099999'].map((number, index) => ({
      Kundennummer: number,
      'BG-Nummer': `43705BG000999${index}`,
      Vorname: index === 0 ? 'Ada Maria' : 'Adda',
    }));
    let adaId = '';
    const same = (line: number) => ({ importId: 'i-2', line, decision: 'SAME_PERSON' as const, personId: adaId });

    beforeEach(async () => {
      const { desk, worker } = replica(0);
      await startedImport(desk, 'i-1', importFileOf([{}]));
      await checkedImport(desk, 'i-1');
      await desk.imports.change(
        'i-1',
        (file) =>
          confirmImport(requireFound(file, 'The import'), {
            confirmedBy: 'miriam.vogt',
            confirmedOn: '2026-08-15',
            undecided: 0,
          }),
        stamp,
      );
      while ((await desk.imports.get('i-1'))?.state !== 'COMPLETED') await worker.round();
      adaId = requireFound((await findAll(desk.register.persons, {}))[0] ?? null, 'Ada').id;
      await startedImport(desk, 'i-2', importFileOf(twice));
      await checkedImport(desk, 'i-2');
    });

    test('both said to be the same person at the same moment: one of them is', async () => {
      const answers = await Promise.allSettled([decide(same(2), asking(0)), decide(same(3), asking(1))]);
      expect(answers.filter(({ status }) => status === 'rejected')).toEqual([
        { status: 'rejected', reason: expect.objectContaining({ code: 'INVALID_INPUT' }) },
      ]);
      expect((await replica(0).desk.imports.get('i-2'))?.verdicts).toHaveLength(1);
    });

    test('said differently when the list is confirmed: it is taken over as it was confirmed', async () => {
      const { desk } = replica(0);
      for (const line of [2, 3]) await decide({ importId: 'i-2', line, decision: 'NEW_PERSON' }, asking(0));
      const confirm = () =>
        replica(1).desk.imports.change(
          'i-2',
          (file) =>
            confirmImport(requireFound(file, 'The import'), {
              confirmedBy: 'miriam.vogt',
              confirmedOn: '2026-08-15',
              undecided: 0,
            }),
          stamp,
        );
      await expect(decide(same(2), asking(0, { ...desk, imports: late(desk.imports, confirm) }))).rejects.toMatchObject(
        { code: 'IMPORT_CLOSED' },
      );
      while ((await desk.imports.get('i-2'))?.state !== 'COMPLETED') await replica(1).worker.round();
      expect((await desk.imports.get('i-2'))?.done).toEqual({ created: 2, updated: 0, unchanged: 0, skipped: 0 });
    });
  });

  test('that was never begun, because the process died, is given up after an hour, and begun anew goes on', async () => {
    const { desk, worker } = replica(0);
    const noted = (importId: string, notedAt: string) =>
      desk.staged.work.change(
        workId(importId),
        () => ({ state: { ...newWork(importId, 'r-1'), notedAt }, events: [] }),
        stamp,
      );
    await noted('i-1', new Date(Date.now() - 2 * 3_600_000).toISOString());
    await noted('i-2', new Date().toISOString());
    await worker.round();
    expect((await findAll(desk.staged.work, { finished: false })).map(({ importId }) => importId)).toEqual(['i-2']);
  });
});
