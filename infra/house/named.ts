import { Unavailable } from '#shared/refusal.ts';

/** An engine that is away is told by the setting that names it: its address may hold a password. */
export async function named<Result>(setting: string, work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Unavailable || (error instanceof Error && error.name.startsWith('KafkaJS'))) throw new Unavailable(`${setting}: nothing that answers there`, { cause: error });
    throw error;
  }
}
