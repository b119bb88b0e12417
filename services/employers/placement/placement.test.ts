import { expect, test } from '@jest/globals';
import { placementFacts, ongoingPlacement } from '../employers.fixture.ts';
import { placementEndings, derivePlacement, redactEnding } from './placement.ts';

test('work that goes on is unique for person and employer, and says from when the next month can be confirmed', () => {
  expect(derivePlacement(placementFacts)).toEqual({
    ...placementFacts,
    continuityDueOn: '2026-03-01',
    ongoing: 'p-ada/e-1',
  });
});

test('work that has ended is not unique any more, and no month is due', () => {
  const ended = { endedOn: '2026-02-15', reason: 'TRIAL_PERIOD' as const };
  expect(derivePlacement({ ...ongoingPlacement, ended })).toEqual({ ...placementFacts, ended });
});

test('an end by illness is told as any other reason', () => {
  expect(placementEndings.map(redactEnding)).toEqual(
    placementEndings.map((reason) => (reason === 'ILLNESS' ? 'OTHER' : reason)),
  );
});
