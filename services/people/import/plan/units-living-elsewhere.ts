import type { KnownUnit, Register } from './register.ts';

/**
 * The units of another municipality of which nobody comes along: none of their members is on the list or lives here. A BG number
 * alone fetches no household, and tells nothing of it; who may move a person decides that.
 */
export async function leftElsewhere(
  { persons }: Register,
  units: readonly KnownUnit[],
): Promise<ReadonlySet<KnownUnit>> {
  const others = units.filter((unit) => unit.known !== null && isElsewhere(unit));
  const members = await persons.getMany(
    others.flatMap(({ known }) => known?.members.map(({ personId }) => personId) ?? []),
  );
  const homes = new Map(members.flatMap((member) => (member ? [[member.id, member.municipality] as const] : [])));
  return new Set(
    others.filter(
      ({ known, lines }) =>
        !known?.members.some(
          ({ personId }) =>
            lines.some((line) => line.personId === personId) || homes.get(personId) === municipalityOf(lines),
        ),
    ),
  );
}

/** Whether the register has the unit in another municipality than the list is about. */
export function isElsewhere({ known, lines }: KnownUnit): boolean {
  return known !== null && known.municipality !== municipalityOf(lines);
}

/** A list is about one municipality: every line names it. */
function municipalityOf([first]: KnownUnit['lines']): string | undefined {
  return first?.recipient.municipality;
}
