import { expect, test } from '@jest/globals';
import type { PlacementKind } from './placement.ts';
import { assertFundingFits } from './funding.ts';

type Funded = [PlacementKind, string[]];
const named = ([kind, codes]: Funded): [string, ...Funded] => [
  `${kind} and ${codes.join(', ') || 'no funding'}`,
  kind,
  codes,
];

const fitting: Funded[] = [
  ['INSURED_JOB', []],
  ['INSURED_JOB', ['P88_EGZ']],
  ['INSURED_JOB', ['P16E', 'P46_WORKPLACE']],
  ['INSURED_JOB', ['P16B', 'P44_VB']],
  ['TRAINING', ['P73_AZ']],
  ['SELF_EMPLOYMENT', ['P16B', 'P16C']],
  ['MARGINAL', []],
  ['MARGINAL', ['P88_EGZ']],
  ['PUBLICLY_FUNDED', ['P16D']],
  ['PUBLICLY_FUNDED', ['P16I', 'P46_WORKPLACE']],
];
test.each(fitting.map(named))('%s fit each other', (_name, kind, subsidisedBy) => {
  expect(() => assertFundingFits({ kind, subsidisedBy })).not.toThrow();
});

const refused: Funded[] = [
  ['PUBLICLY_FUNDED', []],
  ['PUBLICLY_FUNDED', ['P46_WORKPLACE']],
  ['PUBLICLY_FUNDED', ['P16D', 'P16I']],
  ['PUBLICLY_FUNDED', ['P16I', 'P88_EGZ']],
  ['INSURED_JOB', ['P16I']],
  ['INSURED_JOB', ['P16D']],
  ['INSURED_JOB', ['AUFENTHG43_IK']],
  ['INSURED_JOB', ['P88_EGZ', 'P45_MAT']],
  ['TRAINING', ['P16E']],
  ['MARGINAL', ['P16E']],
  ['MARGINAL', ['P16B']],
  ['SELF_EMPLOYMENT', ['P16I', 'P88_EGZ']],
  ['SELF_EMPLOYMENT', ['P88_EGZ']],
];
test.each(refused.map(named))('%s do not fit each other', (_name, kind, subsidisedBy) => {
  expect(() => assertFundingFits({ kind, subsidisedBy })).toThrow(
    expect.objectContaining({ code: 'FUNDING_DOES_NOT_FIT' }),
  );
});
