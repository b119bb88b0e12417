import { expect, test } from '@jest/globals';
import { countsAsIntegration } from './integration.ts';

test.each([
  ['INSURED_JOB', [], true],
  ['TRAINING', [], true],
  ['SELF_EMPLOYMENT', ['P16B'], true],
  ['INSURED_JOB', ['P16E'], true],
  ['INSURED_JOB', ['P44_VB', 'P88_EGZ'], true],
  ['INSURED_JOB', ['P16I'], false],
  ['INSURED_JOB', ['P44_VB', 'P16D'], false],
  ['SELF_EMPLOYMENT', ['P16I'], false],
  ['PUBLICLY_FUNDED', [], false],
  ['MARGINAL', [], false],
  ['MARGINAL', ['P88_EGZ'], false],
  ['SOMETHING_NEW', [], false],
])('%s paid by %j counts as integration: %s', (kind, subsidisedBy, counts) => {
  expect(countsAsIntegration({ kind, subsidisedBy })).toBe(counts);
});
