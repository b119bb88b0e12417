import { hasRule } from '../eligibility/assess.ts';
import type { Context } from '../context.ts';
import {
  instrumentOnOrLast,
  instrumentOn,
  instrumentsOn,
  versionOf,
  type InstrumentFilter,
} from '../instruments/catalogue.ts';

type OnDay = { on?: string };

export const instrumentQueries = {
  instrument: (_: unknown, { code, on }: OnDay & { code: string }, { today }: Context) =>
    instrumentOn(code, on ?? today),
  instruments: (_: unknown, { on, filter }: OnDay & { filter?: InstrumentFilter }, { today }: Context) =>
    instrumentsOn(on ?? today, filter ?? {}),
};

export const instrumentFields = {
  __resolveReference: ({ code }: { code: string }, { today }: Context) => instrumentOnOrLast(code, today),
  version: versionOf,
  hasRules: hasRule,
};
