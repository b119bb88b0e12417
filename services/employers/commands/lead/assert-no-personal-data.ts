import { personalDataIn } from '#shared/no-personal-data.ts';
import { Refusal } from '#shared/refusal.ts';

/** Leads go between town hall and job centre without data of people; refused with LEAD_HAS_PERSONAL_DATA, naming the kind and not the text. */
export function assertNoPersonalData(field: string, text: string | undefined): void {
  const sign = personalDataIn(text ?? '');
  if (sign !== undefined) throw new Refusal('LEAD_HAS_PERSONAL_DATA', `${field}: holds what looks like ${sign}; a lead tells of companies only.`);
}
