import mongoose from 'mongoose';

/** A record whose revision is to be set, and the revision that it must still have. */
export type RevisionChange = { collection: string; id: string; from: number; to: number };

/** What an operator does to a server, whichever service a database belongs to. */
export type MongodbAdmin = {
  /** Returns the version that the server reports, e.g. `8.0.21`. */
  readVersion: () => Promise<string>;
  dropDatabase: (database: string) => Promise<void>;
  /** Returns false when the record has another revision meanwhile. */
  setRevision: (database: string, change: RevisionChange) => Promise<boolean>;
  close: () => Promise<void>;
};

export async function openMongodbAdmin(url: string): Promise<MongodbAdmin> {
  const connection = await mongoose.createConnection(url).asPromise();
  const client = connection.getClient();
  return {
    readVersion: async () => String((await client.db('admin').command({ buildInfo: 1 })).version),
    dropDatabase: async (database) => void (await client.db(database).dropDatabase()),
    setRevision: async (database, { collection, id, from, to }) => {
      const { modifiedCount } = await client
        .db(database)
        .collection<{ _id: string; revision: number }>(collection)
        .updateOne(
          { _id: id, revision: from },
          { $set: { revision: to } },
          { maxTimeMS: 5000, writeConcern: { w: 'majority', journal: true } },
        );
      return modifiedCount === 1;
    },
    close: () => connection.close(),
  };
}
