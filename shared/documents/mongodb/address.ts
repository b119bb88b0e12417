import { createRequire } from 'node:module';
import type mongoose from 'mongoose';

/**
 * True when the driver itself understands the address. The driver is loaded only here, by houses that use it anyway.
 * Its words are not passed on: they quote the address.
 */
export function isMongodbAddress(url: string): boolean {
  const { mongo } = createRequire(import.meta.url)('mongoose') as typeof mongoose;
  try {
    // Reads the address and connects to nothing.
    new mongo.MongoClient(url);
    return true;
  } catch {
    return false;
  }
}
