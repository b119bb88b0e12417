import { describe, expect, test } from '@jest/globals';
import { emptyTally, type Import } from '../import.ts';
import { completeImport } from './complete-import.ts';
import { confirmImport, type ConfirmImport } from './confirm-import.ts';
import { discardImport } from './discard-import.ts';
import { stageImport } from './stage-import.ts';
import { startImport } from './start-import.ts';
import { submitImport } from './submit-import.ts';

const about = { importId: 'i-1', municipality: '06431010' };
const receiving: Import = {
  id: 'i-1',
  municipality: '06431010',
  state: 'RECEIVING',
  startedBy: 'anna.berg',
  startedAt: '2026-08-01T08:00:00.000Z',
};
const checking: Import = { ...receiving, state: 'CHECKING', chunks: 2 };
const checked: Import = {
  ...checking,
  state: 'CHECKED',
  lines: 77,
  problems: 0,
  duplicates: 1,
  planned: { ...emptyTally, created: 77 },
};
const confirmed: Import = { ...checked, state: 'CONFIRMED', confirmedBy: 'miriam.vogt', confirmedOn: '2026-08-02' };
const completed: Import = { ...confirmed, state: 'COMPLETED', done: { ...emptyTally, created: 76, skipped: 1 } };
const discarded: Import = { ...checked, state: 'DISCARDED' };
const confirm = { confirmedBy: 'miriam.vogt', confirmedOn: '2026-08-02', undecided: 0 };

describe('an import on its way', () => {
  test('an import is started, submitted, staged, confirmed and completed, each with an event', () => {
    expect([
      startImport({ ...about, startedBy: 'anna.berg', startedAt: '2026-08-01T08:00:00.000Z' }),
      submitImport(receiving, 2),
      stageImport(checking, { lines: 77, problems: 0, duplicates: 1, planned: { ...emptyTally, created: 77 } }),
      confirmImport(checked, confirm),
      completeImport(confirmed, { ...emptyTally, created: 76, skipped: 1 }),
    ]).toEqual([
      { state: receiving, events: [{ type: 'import.started', data: about }] },
      { state: checking, events: [{ type: 'import.submitted', data: about }] },
      { state: checked, events: [{ type: 'import.staged', data: { ...about, lines: 77, problems: 0 } }] },
      { state: confirmed, events: [{ type: 'import.confirmed', data: about }] },
      {
        state: completed,
        events: [{ type: 'import.completed', data: { ...about, created: 76, updated: 0, unchanged: 0 } }],
      },
    ]);
  });

  test('an import can be discarded until it is confirmed', () => {
    expect(discardImport(checked)).toEqual({ state: discarded, events: [{ type: 'import.discarded', data: about }] });
    expect(() => discardImport(confirmed)).toThrow(expect.objectContaining({ code: 'IMPORT_CLOSED' }));
  });

  test('a step taken twice has no second event', () => {
    const repeated = [
      submitImport(checked, 2),
      stageImport(checked, { lines: 1, problems: 1, duplicates: 0, planned: emptyTally }),
      confirmImport(completed, confirm),
      completeImport(completed, emptyTally),
      discardImport(discarded),
    ];
    expect(repeated.map(({ state, events }) => [state.state, events])).toEqual([
      ['CHECKED', []],
      ['CHECKED', []],
      ['COMPLETED', []],
      ['COMPLETED', []],
      ['DISCARDED', []],
    ]);
  });

  test.each<[string, string, [Import, ConfirmImport]]>([
    ['before the check has ended', 'IMPORT_NOT_CHECKED', [checking, confirm]],
    ['while the list has problems', 'IMPORT_HAS_PROBLEMS', [{ ...checked, problems: 20 }, confirm]],
    ['while a question is open', 'IMPORT_UNDECIDED', [checked, { ...confirm, undecided: 1 }]],
    ['after the import was discarded', 'IMPORT_CLOSED', [discarded, confirm]],
  ])('confirming %s is refused with %s', (_, code, [list, command]) => {
    expect(() => confirmImport(list, command)).toThrow(expect.objectContaining({ code }));
  });
});
