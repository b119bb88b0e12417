import { ownEngines, type OwnEngines } from '#infra/bench/own-engines.ts';

export const mongoUrl = process.env.MONGO_URL;
export const kafkaBrokers = process.env.KAFKA_BROKERS;

/** Makes databases and topics for one test: of either engine alone, or of both. */
export function provisioned(engines: {
  MONGO_URL?: string | undefined;
  KAFKA_BROKERS?: string | undefined;
}): Promise<OwnEngines> {
  return ownEngines('test', engines);
}
