import type { Obstacle } from '#shared/codes/obstacles.ts';
import type { Person, PersonDecision } from '../../person/person.ts';
import { recordChange } from './record-change.ts';

export type RecordObstacles = { obstacles: Obstacle[]; severelyDisabled?: boolean; on: string };

/** Replaces what stands between the person and work. */
export function recordObstacles(
  person: Person,
  { obstacles, severelyDisabled = person.severelyDisabled, on }: RecordObstacles,
): PersonDecision {
  return recordChange(
    person,
    { ...person, obstacles: [...new Set(obstacles)].sort(), severelyDisabled },
    { group: 'OBSTACLES', on },
  );
}
