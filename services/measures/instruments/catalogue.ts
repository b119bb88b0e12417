import { hasDay } from '#shared/calendar/days.ts';
import { activation } from './activation.ts';
import type { Decider, Instrument, Receiver } from './instrument.ts';
import { municipalServices } from './municipal.ts';
import { training } from './training.ts';
import { work } from './work.ts';

/** Every instrument in every state of the law that this house knows. */
export const catalogue: readonly Instrument[] = [...activation, ...work, ...municipalServices, ...training];

export function isInForce({ validFrom: from, validTo: to }: Instrument, on: string): boolean {
  return hasDay({ from, to }, on);
}

/** The instrument as the law of that day has it, or null: not yet, no longer, or unknown. */
export function instrumentOn(code: string, on: string): Instrument | null {
  return catalogue.find((instrument) => instrument.code === code && isInForce(instrument, on)) ?? null;
}

/** In force on that day; failing that, as it was last: for what was agreed when it still existed. */
export function instrumentOnOrLast(code: string, on: string): Instrument | null {
  return instrumentOn(code, on) ?? catalogue.findLast((instrument) => instrument.code === code) ?? null;
}

export type InstrumentFilter = { decidedBy?: Decider[] | null; goesTo?: Receiver[] | null; text?: string | null };

export function instrumentsOn(on: string, { decidedBy, goesTo, text }: InstrumentFilter): Instrument[] {
  const wanted = text?.trim().toLowerCase();
  return catalogue.filter(
    (instrument) =>
      isInForce(instrument, on) &&
      (!decidedBy || decidedBy.includes(instrument.decidedBy)) &&
      (!goesTo || goesTo.includes(instrument.goesTo)) &&
      (!wanted ||
        [instrument.code, instrument.name, instrument.legalBasis, instrument.purpose].some((words) =>
          words.toLowerCase().includes(wanted),
        )),
  );
}

/** Names one state of the law, so that a decision can say by which rules it was made. */
export function versionOf({ code, validFrom }: Instrument): string {
  return `${code}@${validFrom}`;
}
