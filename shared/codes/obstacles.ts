/** What may stand between a person and work: the codes of the graph's enum Obstacle, which all services share. */
export const obstacles = [
  'HEALTH',
  'DEBT',
  'ADDICTION',
  'HOUSING',
  'CHILDCARE',
  'CARE_OF_RELATIVES',
  'LANGUAGE',
  'MOBILITY',
  'QUALIFICATION',
  'LONG_ABSENCE',
  'CRIMINAL_RECORD',
  'PSYCHOSOCIAL',
] as const;
export type Obstacle = (typeof obstacles)[number];
