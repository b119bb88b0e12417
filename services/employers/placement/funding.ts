import type { InstrumentCode } from '#shared/funding/instrument-codes.ts';
import { EmployerRefusal } from '../refusal.ts';
import type { Placement, PlacementKind } from './placement.ts';

/** Public employment: exactly one of these pays for it, and for nothing else (§§16d, 16i SGB II). */
const publicEmploymentFunding: readonly string[] = ['P16D', 'P16I'] satisfies InstrumentCode[];

/**
 * What the law lets pay for work of each kind. Courses, vouchers and advice pay for none. Einstiegsgeld needs insured
 * work or self-employment as the main occupation (§16b(1) SGB II), §16e more than marginal work, the Vermittlungsbudget
 * insured work or training (§44(1) SGB III, §16(3) SGB II); §88 SGB III names no kind of job.
 */
const fundingByKind: Readonly<Record<PlacementKind, readonly string[]>> = {
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

/**
 * Refuses with FUNDING_DOES_NOT_FIT a kind and a funding that contradict each other: by the kind a placement counts in
 * reports, by the funding in the conditions of instruments.
 */
export function assertFundingFits({ kind, subsidisedBy }: Pick<Placement, 'kind' | 'subsidisedBy'>): void {
  const misfit = subsidisedBy.find((code) => !fundingByKind[kind].includes(code));
  if (misfit !== undefined)
    throw new EmployerRefusal('FUNDING_DOES_NOT_FIT', `${misfit} does not pay for ${kind}.`, 'subsidisedBy');
  const ofPublicEmployment = subsidisedBy.filter((code) => publicEmploymentFunding.includes(code));
  if (kind === 'PUBLICLY_FUNDED' && ofPublicEmployment.length !== 1) {
    throw new EmployerRefusal(
      'FUNDING_DOES_NOT_FIT',
      `must hold one of ${publicEmploymentFunding.join(' and ')} for PUBLICLY_FUNDED.`,
      'subsidisedBy',
    );
  }
}
