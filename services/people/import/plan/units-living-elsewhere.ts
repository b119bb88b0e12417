import type { MatchedUnit, Register } from './register.ts';

/**
 * Returns the units of another municipality of which nobody comes along: none of their members is on the list or lives
 * here. A BG number alone fetches no household, and reveals nothing of it; who may move a person decides that.
 */
export async function unitsLivingElsewhere(
  { persons }: Register,
  units: readonly MatchedUnit[],
): Promise<ReadonlySet<MatchedUnit>> {
  const candidates = units.filter(isInOtherMunicipality);
  const members = await persons.getMany(
    candidates.flatMap(({ registered }) => registered?.members.map(({ personId }) => personId) ?? []),
  );
  const homes = new Map(members.flatMap((member) => (member ? [[member.id, member.municipality] as const] : [])));
  return new Set(
    candidates.filter(
      ({ registered, lines }) =>
        !registered?.members.some(
          ({ personId }) =>
            lines.some((line) => line.personId === personId) || homes.get(personId) === municipalityOfList(lines),
        ),
    ),
  );
}

/** True when the register has the unit in another municipality than the list is about. */
export function isInOtherMunicipality({ registered, lines }: MatchedUnit): boolean {
  return registered !== null && registered.municipality !== municipalityOfList(lines);
}

/** Returns the municipality that a list is about: every line names it. */
function municipalityOfList([first]: MatchedUnit['lines']): string | undefined {
  return first?.recipient.municipality;
}
