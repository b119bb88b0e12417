import type { Obstacle, Person, PersonDecision } from '../../person/person.ts';
import { sayChange } from './say-change.ts';

export type RecordObstacles = { obstacles: Obstacle[]; severelyDisabled?: boolean; on: string };

/** What stands between the person and work; replaces what was recorded. */
export function recordObstacles(
  person: Person,
  { obstacles, severelyDisabled = person.severelyDisabled, on }: RecordObstacles,
): PersonDecision {
  return sayChange(
    person,
    { ...person, obstacles: [...new Set(obstacles)].sort(), severelyDisabled },
    { group: 'OBSTACLES', on },
  );
}
