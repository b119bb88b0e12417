import { describe, expect, test } from '@jest/globals';
import { recordPastMeasure } from './record-past-measure.ts';
import { removePastMeasure } from './remove-past-measure.ts';

const today = '2026-11-01';
const yard = { id: 'past-1', instrument: 'P16D', from: '2024-03-01', to: '2025-02-28', recordedOn: today };
const recorded = recordPastMeasure(null, { personId: 'p-ada', measure: yard, today });

describe('a measure of a time before', () => {
  test('is recorded, however long ago, once and in order', () => {
    expect(recorded).toEqual({ id: 'p-ada', measures: [yard] });
    expect(recordPastMeasure(recorded, { personId: 'p-ada', measure: { ...yard, id: 'past-2' }, today })).toBe(
      recorded,
    );
    const earlier = { ...yard, id: 'past-3', from: '2012-05-01', to: '2012-12-31' };
    expect(recordPastMeasure(recorded, { personId: 'p-ada', measure: earlier, today }).measures).toEqual([
      earlier,
      yard,
    ]);
  });

  test('is taken back when it was a mistake, and stays away', () => {
    const removed = removePastMeasure(recorded, { personId: 'p-ada', pastMeasureId: 'past-1' });
    expect(removed).toEqual({ id: 'p-ada', measures: [] });
    expect(removePastMeasure(removed, { personId: 'p-ada', pastMeasureId: 'past-1' })).toEqual(removed);
    expect(removePastMeasure(null, { personId: 'p-ada', pastMeasureId: 'past-1' })).toEqual(removed);
  });

  test.each([
    ['a last day before the first', 'INVALID_INPUT', { to: '2024-02-29' }],
    ['a last day that is still to come', 'INVALID_INPUT', { to: '2026-11-02' }],
    ['a day before there were job centres', 'INVALID_INPUT', { from: '2004-12-31' }],
    ['an instrument that the law did not have', 'INSTRUMENT_NOT_IN_FORCE', { instrument: 'P16K', from: '2023-06-30' }],
    ['an instrument that nobody knows', 'INSTRUMENT_NOT_IN_FORCE', { instrument: 'P99' }],
  ])('is refused with %s: %s', (_, code, changes) => {
    const measure = { ...yard, ...changes };
    expect(() => recordPastMeasure(null, { personId: 'p-ada', measure, today })).toThrow(
      expect.objectContaining({ code }),
    );
  });
});
