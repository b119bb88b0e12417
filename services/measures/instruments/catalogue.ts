import { hasDay } from '#shared/calendar/days.ts';
import type { InstrumentCode } from '#shared/funding/instrument-codes.ts';
import { activation } from './activation.ts';
import type { Decider, Instrument, Receiver } from './instrument.ts';
import { integrationSubsidies } from './integration-subsidies.ts';
import { municipalServices } from './municipal.ts';
import { training } from './training.ts';
import { work } from './work.ts';

/** Every instrument in every state of the law since 2012. */
export const catalogue: readonly Instrument[] = [
  ...activation,
  ...integrationSubsidies,
  ...work,
  ...municipalServices,
  ...training,
];

export function isInForce({ validFrom: from, validTo: to }: Instrument, on: string): boolean {
  return hasDay({ from, to }, on);
}

/** Returns the instrument as the law of that day has it, or null: not yet, no longer, or unknown. */
export function instrumentOn(code: string, on: string): Instrument | null {
  return catalogue.find((instrument) => instrument.code === code && isInForce(instrument, on)) ?? null;
}

/** Returns the instrument on that day; failing that, as it was last: for what was agreed when it still existed. */
export function instrumentOnOrLast(code: string, on: string): Instrument | null {
  return instrumentOn(code, on) ?? catalogue.findLast((instrument) => instrument.code === code) ?? null;
}

/** Returns the state of the law that `versionOf` names, or null where the catalogue has none of that name. */
export function instrumentOfVersion(version: string): Instrument | null {
  return catalogue.find((instrument) => versionOf(instrument) === version) ?? null;
}

/** Where the law asks when something began, and not when it was granted (§89, §131a SGB III). */
const LAW_OF_START: readonly string[] = ['P88_EGZ', 'P131A'] satisfies InstrumentCode[];

export type DaysOfGrant = { grantedOn: string; startOn: string };

/** Returns every instrument in the law under which it would be granted: that of the day of the grant (§66 SGB II). */
export function instrumentsGranted({ grantedOn, startOn }: DaysOfGrant): Instrument[] {
  return catalogue.filter((instrument) =>
    isInForce(instrument, LAW_OF_START.includes(instrument.code) ? startOn : grantedOn),
  );
}

export type InstrumentFilter = { decidedBy?: Decider[]; goesTo?: Receiver[]; text?: string };

export function instrumentsOn(on: string, { decidedBy, goesTo, text }: InstrumentFilter): Instrument[] {
  const searchText = text?.trim().toLowerCase();
  return catalogue.filter(
    (instrument) =>
      isInForce(instrument, on) &&
      (!decidedBy || decidedBy.includes(instrument.decidedBy)) &&
      (!goesTo || goesTo.includes(instrument.goesTo)) &&
      (!searchText ||
        [instrument.code, instrument.name, instrument.legalBasis, instrument.purpose].some((words) =>
          words.toLowerCase().includes(searchText),
        )),
  );
}

/** Names one state of the law, so that a decision can say by which rules it was made. */
export function versionOf({ code, validFrom }: Instrument): string {
  return `${code}@${validFrom}`;
}
