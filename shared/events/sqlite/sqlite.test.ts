import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '#shared/documents/sqlite/sqlite.ts';
import { eventsContract } from '#shared/events/events.contract.ts';
import { sqliteEvents } from './sqlite.ts';

eventsContract('SQLite', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kurze-wege-'));
  const file = join(folder, 'events.sqlite');
  return {
    open: async () => sqliteEvents(file),
    topics: ['courses.events', 'people.events'],
    spoil: async (topic, key) => {
      const db = openDatabase(file);
      db.prepare('INSERT INTO log (topic, key, message) VALUES (?, ?, ?)').run(topic, key, '{"half');
      db.close();
    },
    destroy: () => rm(folder, { recursive: true }),
  };
});
