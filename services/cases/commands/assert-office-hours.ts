import { Refusal } from '#shared/refusal.ts';
import type { OfficeHours } from '../project.ts';

export function assertOfficeHours(officeHours: readonly OfficeHours[]): void {
  for (const { from, to, validFrom, validTo } of officeHours) {
    if (from >= to) throw new Refusal('INVALID_INPUT', 'officeHours: `from` must be before `to`.');
    if (validTo !== undefined && validTo < validFrom) throw new Refusal('INVALID_INPUT', 'officeHours: `validTo` must not be before `validFrom`.');
  }
}
