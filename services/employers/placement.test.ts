import { expect, test } from '@jest/globals';
import { begun, working } from './employers.fixture.ts';
import { countsAsIntegration, placementWith } from './placement.ts';

test('work that goes on is unique for person and employer, and says from when the next month can be confirmed', () => {
  expect(placementWith(begun)).toEqual({ ...begun, continuityDueOn: '2026-02-28', ongoing: 'p-ada/e-1' });
});

test('work that has ended is neither', () => {
  const ended = { endedOn: '2026-02-15', reason: 'TRIAL_PERIOD' as const };
  expect(placementWith({ ...working, ended })).toEqual({ ...begun, ended });
});

test.each([
  ['INSURED_JOB', ['P88_EGZ'], true], ['TRAINING', [], true], ['SELF_EMPLOYMENT', [], true], ['INSURED_JOB', ['P16E'], true],
  ['MARGINAL', [], false], ['PUBLICLY_FUNDED', [], false], ['INSURED_JOB', ['P16I'], false], ['INSURED_JOB', ['P88_EGZ', 'P16D'], false],
] as const)('%s, funded by %j: integration is %s', (kind, subsidisedBy, counts) => {
  expect(countsAsIntegration({ kind, subsidisedBy: [...subsidisedBy] })).toBe(counts);
});
