import type { InstrumentCode } from '#shared/funding/instrument-codes.ts';
import type { PlacementKind } from './placement.ts';

/** Public employment: exactly one of these pays for it, and for nothing else (§§16d, 16i SGB II). */
export const publicEmploymentFunding: readonly string[] = ['P16D', 'P16I'] satisfies InstrumentCode[];

/**
 * What the law lets pay for work of each kind. Courses, vouchers and advice pay for none. Einstiegsgeld needs insured work or
 * self-employment as the main occupation (§16b(1) SGB II), §16e more than marginal work, the Vermittlungsbudget insured work or training
 * (§44(1) SGB III, §16(3) SGB II); §88 SGB III names no kind of job.
 */
export const fundingByKind: Readonly<Record<PlacementKind, readonly string[]>> = {
  INSURED_JOB: [
    'P44_VB',
    'P46_TRIAL',
    'P46_WORKPLACE',
    'P54A_EQ',
    'P82_BESCHAEFTIGTE',
    'P88_EGZ',
    'P90_EGZ_SB',
    'P16B',
    'P16E',
    'P16F',
    'REHA_LTA',
  ],
  TRAINING: ['P44_VB', 'P46_WORKPLACE', 'P73_AZ', 'P74_ASA', 'P76_BAE', 'P16F', 'REHA_LTA'],
  SELF_EMPLOYMENT: ['P16B', 'P16C', 'P16F', 'REHA_LTA'],
  MARGINAL: ['P46_TRIAL', 'P46_WORKPLACE', 'P88_EGZ', 'P90_EGZ_SB', 'P16F'],
  PUBLICLY_FUNDED: ['P16D', 'P16I', 'P46_WORKPLACE'],
} satisfies Record<PlacementKind, InstrumentCode[]>;
