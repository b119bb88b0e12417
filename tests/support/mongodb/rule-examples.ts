import type { Body, Command } from './wire.ts';

const durable = { w: 'majority', j: true };
const limit = { maxTimeMS: 5000 };

function command(body: Body): Command {
  return { name: Object.keys(body)[0] ?? '', database: 'kurze-wege-people', body, bytes: 0 };
}

function update(q: Body, u: Body, upsert = false): Command {
  return command({ update: 'measures', updates: [{ q, u, upsert }], ...limit, writeConcern: durable });
}

function find(body: Body): Command {
  return command({ find: 'measures', filter: { _id: 'm-1' }, ...limit, readConcern: { level: 'majority' }, ...body });
}

const index = (spec: Body): Command => command({ createIndexes: 'measures', indexes: [spec], writeConcern: durable });

/** As the lease was taken before: MongoDB answers error 224. */
export const formerLease = command({
  findAndModify: 'leases',
  query: {
    _id: 'relay',
    $expr: { $lt: [{ $add: ['$renewedAt', { $multiply: ['$seconds', 1000] }] }, '$$NOW'] },
  },
  new: true,
  upsert: true,
  update: { $currentDate: { renewedAt: true }, $set: { holder: 'a', seconds: 30 }, $inc: { token: 1 } },
  writeConcern: durable,
  ...limit,
});

/** A change of a view as it was sent before. */
export const formerProjection = update(
  { _id: 'v-1', revision: 1 },
  { $set: { revision: 2, state: { id: 'v-1' } }, $push: { outbox: { $each: [] } } },
);

/** For each rule, by its number in the table, a command that it finds fault with, and what it says. */
export const faults: readonly { command: Command; said: string }[] = [
  { command: formerLease, said: '$expr in the filter of an upsert' },
  { command: formerProjection, said: 'an empty $each in $push' },
  {
    command: update({ _id: 'm-1' }, { $set: { 'state.places': 1 }, $inc: { state: 1 } }),
    said: 'state.places is updated twice',
  },
  { command: find({ maxTimeMS: undefined }), said: 'find without a limit of time' },
  {
    command: index({
      key: { 'state.title': 1 },
      name: 'title',
      partialFilterExpression: { 'state.title': { $ne: null } },
    }),
    said: 'index title: $ne in a partial filter',
  },
  {
    command: command({ insert: 'measures', documents: [], ...limit, writeConcern: { w: 1 } }),
    said: 'insert with {"w":1}',
  },
  { command: find({ readConcern: { level: 'local' } }), said: 'find with {"level":"local"}' },
  { command: find({ $readPreference: { mode: 'secondary' } }), said: 'find from secondary' },
  {
    command: command({
      insert: 'measures',
      documents: [{ _id: 'm-1', state: { title: 'x'.repeat(2 ** 20) } }],
      ...limit,
      writeConcern: durable,
    }),
    said: 'insert with a document of 1048618 bytes',
  },
  { command: update({ _id: 'm-1' }, { $set: { state: { 'a.b': 1 } } }), said: 'a stored field a.b' },
  { command: update({ 'state.title': 'Welding' }, { $set: { state: {} } }), said: 'update without an _id' },
  {
    command: command({ mapReduce: 'measures', ...limit }),
    said: 'mapReduce is none of the commands that the adapter is known to send',
  },
];

/** The same things said as MongoDB takes them. */
export const right: readonly Command[] = [
  update({ _id: 'relay' }, { $setOnInsert: { holder: '', token: 0, seconds: 0, renewedAt: new Date(0) } }, true),
  update({ _id: 'v-1', revision: 1 }, { $set: { revision: 2, state: { id: 'v-1' } } }),
  find({
    filter: { $and: [{ 'state.municipality': { $in: ['06431010'] } }] },
    sort: { 'state.startsOn': 1, _id: 1 },
    limit: 21,
  }),
  index({ key: { 'state.title': 1, _id: 1 }, name: 'title _id', unique: false, sparse: false }),
  command({ getMore: 1n, collection: 'measures' }),
];
