import type { Message } from '#shared/contracts/contract.ts';
import type { Stored } from '#shared/documents/stored.ts';

/** A record as MongoDB keeps it. `seen` is a list, since ids may hold dots. */
export type MongoRecord = {
  _id: string;
  revision: number;
  state: object;
  outbox: Message[];
  answered: Stored<unknown>['answered'];
  seen: { subject: string; sequence: number }[];
};

export function readRecord<State>({ revision, state, outbox, answered, seen }: MongoRecord): Stored<State> {
  return {
    revision,
    // Written by `mongoRecord` from a Stored<State>.
    state: state as State,
    outbox,
    answered,
    seen: Object.fromEntries(seen.map(({ subject, sequence }) => [subject, sequence])),
  };
}

/** Returns the record to write, as JSON carries it, so that both engines give back the same. */
export function mongoRecord(id: string, { revision, state, outbox, answered, seen }: Stored<unknown>): MongoRecord {
  const record = {
    _id: id,
    revision,
    state,
    outbox,
    answered,
    seen: Object.entries(seen).map(([subject, sequence]) => ({ subject, sequence })),
  };
  return JSON.parse(JSON.stringify(record)) as MongoRecord;
}
