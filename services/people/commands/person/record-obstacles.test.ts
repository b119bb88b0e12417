import { describe, expect, test } from '@jest/globals';
import { adaMueller, aboutAda } from '../ada.fixture.ts';
import { recordObstacles } from './record-obstacles.ts';

describe('what stands between a person and work', () => {
  test('is kept once each, and announced without naming it', () => {
    expect(
      recordObstacles(adaMueller, {
        obstacles: ['DEBT', 'CHILDCARE', 'DEBT'],
        severelyDisabled: true,
        on: '2026-03-01',
      }),
    ).toEqual({
      state: { ...adaMueller, obstacles: ['CHILDCARE', 'DEBT'], severelyDisabled: true },
      events: [{ type: 'person.updated', data: { ...aboutAda, updatedOn: '2026-03-01', changed: ['OBSTACLES'] } }],
    });
  });

  test('is not announced in another order; disability stays where it is left out', () => {
    const recorded = recordObstacles(adaMueller, {
      obstacles: ['DEBT', 'CHILDCARE'],
      severelyDisabled: true,
      on: '2026-03-01',
    }).state;
    expect(recordObstacles(recorded, { obstacles: ['CHILDCARE', 'DEBT'], on: '2026-03-02' })).toEqual({
      state: recorded,
      events: [],
    });
  });
});
