import {
  misnamedField,
  readElsewhere,
  tooLarge,
  unknownCommand,
  unlimited,
  weaklyRead,
  weaklyWritten,
  wrongIndex,
} from './command-rules.ts';
import { everyShard } from './shard-rules.ts';
import { emptyUpdate, twiceUpdated, upsertFilter } from './update-rules.ts';
import type { Command } from './wire.ts';

export type Rule = {
  name: string;
  /** A page below https://www.mongodb.com/docs/manual/, and what the server answers where it refuses. */
  source: string;
  /** What is wrong with a command; undefined for nothing. */
  wrong: (command: Command) => string | undefined;
};

/** What MongoDB 7 and 8 refuse, or what was promised of every command, that a stand-in may let pass. */
export const rules: readonly Rule[] = [
  {
    name: 'an upsert looks for values, not for $expr, $near, $text or $where',
    source: 'reference/command/update: upsert; error 224 QueryFeatureNotAllowed for $expr',
    wrong: upsertFilter,
  },
  {
    name: 'an update says something, in operators or as a whole document',
    source: 'reference/operator/update; error 9 FailedToParse for half a document',
    wrong: emptyUpdate,
  },
  {
    name: 'no path is updated twice, nor a path and one below it',
    source: 'reference/operator/update; error 40 ConflictingUpdateOperators',
    wrong: twiceUpdated,
  },
  {
    name: 'every command has a limit of time',
    source: 'tutorial/terminate-running-operations: maxTimeMS; reference/command/getMore for the time of a cursor',
    wrong: unlimited,
  },
  {
    name: 'an index has keys and a filter that MongoDB takes',
    source:
      'reference/limits: indexes; core/index-partial; errors 67 CannotCreateIndex, 197 InvalidIndexSpecificationOption',
    wrong: wrongIndex,
  },
  {
    name: 'a write waits for the majority and for its journal',
    source: 'reference/write-concern: w, j',
    wrong: weaklyWritten,
  },
  { name: 'a read sees what the majority has', source: 'reference/read-concern-majority', wrong: weaklyRead },
  { name: 'a read goes to the primary', source: 'core/read-preference', wrong: readElsewhere },
  {
    name: 'a document stays below 1 MB, a sixteenth of what MongoDB takes',
    source: 'reference/limits: BSON document size, 16 mebibytes',
    wrong: tooLarge,
  },
  {
    name: 'no stored field begins with a dollar sign or has a dot in its name',
    source: 'core/dot-dollar-considerations',
    wrong: misnamedField,
  },
  {
    name: 'a command goes to one shard, unless it is listed',
    source: 'core/sharded-cluster-query-router; core/distributed-queries; the shard key is _id',
    wrong: everyShard,
  },
  { name: 'no command is sent that nobody has thought of', source: 'reference/command', wrong: unknownCommand },
];
