import { describe, expect, test } from '@jest/globals';
import { nothingYet, type Import } from '../import.ts';
import { completeImport } from './complete-import.ts';
import { confirmImport } from './confirm-import.ts';
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
  planned: { ...nothingYet, created: 77 },
};
const confirmed: Import = { ...checked, state: 'CONFIRMED', confirmedBy: 'miriam.vogt', confirmedOn: '2026-08-02' };
const completed: Import = { ...confirmed, state: 'COMPLETED', done: { ...nothingYet, created: 76, skipped: 1 } };
const discarded: Import = { ...checked, state: 'DISCARDED' };
const confirm = { confirmedBy: 'miriam.vogt', confirmedOn: '2026-08-02', undecided: 0 };

describe('an import on its way', () => {
  test('is started, submitted, staged, confirmed and completed, and says so each time', () => {
    expect([
      startImport({ ...about, startedBy: 'anna.berg', startedAt: '2026-08-01T08:00:00.000Z' }),
      submitImport(receiving, 2),
      stageImport(checking, { lines: 77, problems: 0, duplicates: 1, planned: { ...nothingYet, created: 77 } }),
      confirmImport(checked, confirm),
      completeImport(confirmed, { ...nothingYet, created: 76, skipped: 1 }),
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

  test('is discarded until it is confirmed', () => {
    expect(discardImport(checked)).toEqual({ state: discarded, events: [{ type: 'import.discarded', data: about }] });
    expect(() => discardImport(confirmed)).toThrow(expect.objectContaining({ code: 'IMPORT_CLOSED' }));
  });

  test('stays quiet when something is said twice', () => {
    const repeated = [
      submitImport(checked, 2),
      stageImport(checked, { lines: 1, problems: 1, duplicates: 0, planned: nothingYet }),
      confirmImport(completed, confirm),
      completeImport(completed, nothingYet),
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

  test.each([
    ['IMPORT_NOT_CHECKED', checking, confirm],
    ['IMPORT_HAS_PROBLEMS', { ...checked, problems: 20 }, confirm],
    ['IMPORT_UNDECIDED', checked, { ...confirm, undecided: 1 }],
    ['IMPORT_CLOSED', discarded, confirm],
  ])('is not confirmed: %s', (code, staged, command) => {
    expect(() => confirmImport(staged, command)).toThrow(expect.objectContaining({ code }));
  });
});
