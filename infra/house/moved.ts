import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Written when a house has moved: what is entered in its former place from then on would be in neither. */
export function movedFile(dataDir: string): string {
  return join(dataDir, 'moved');
}

/** Throws when the house of this folder lives on MongoDB and Kafka now. */
export function assertNotMoved(dataDir: string): void {
  if (existsSync(movedFile(dataDir))) throw new Error(`The house in ${dataDir} has moved. Set MONGO_URL and KAFKA_BROKERS as for the move; to go back to what it was before, remove the file "moved" there.`);
}
