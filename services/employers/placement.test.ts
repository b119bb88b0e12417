import { expect, test } from '@jest/globals';
import { begun, working } from './employers.fixture.ts';
import { placementEndings, placementWith, saidEnding } from './placement.ts';

test('work that goes on is unique for person and employer, and says from when the next month can be confirmed', () => {
  expect(placementWith(begun)).toEqual({ ...begun, continuityDueOn: '2026-03-01', ongoing: 'p-ada/e-1' });
});

test('work that has ended is neither', () => {
  const ended = { endedOn: '2026-02-15', reason: 'TRIAL_PERIOD' as const };
  expect(placementWith({ ...working, ended })).toEqual({ ...begun, ended });
});

test('that work ended by illness is said as any other reason', () => {
  expect(placementEndings.map(saidEnding)).toEqual(
    placementEndings.map((reason) => (reason === 'ILLNESS' ? 'OTHER' : reason)),
  );
});
