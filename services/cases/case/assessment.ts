import type { Obstacle } from '#shared/codes/obstacles.ts';

export const strengths = [
  'RELIABLE',
  'MOTIVATED',
  'CRAFT_SKILL',
  'CARE_EXPERIENCE',
  'SALES_EXPERIENCE',
  'OFFICE_SKILL',
  'DRIVING',
  'LANGUAGES',
  'DIGITAL_SKILL',
  'PHYSICALLY_FIT',
  'VOLUNTEER',
  'NETWORK',
] as const;
export type Strength = (typeof strengths)[number];

/** A strength or an obstacle, and perhaps what was seen of it. */
export type Remark<Code> = { code: Code; note?: string };

/** Potenzialanalyse (§15(1) SGB II). */
export type Assessment = {
  id: string;
  assessedOn: string;
  strengths: Remark<Strength>[];
  obstacles: Remark<Obstacle>[];
};
