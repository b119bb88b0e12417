import { Unavailable } from '#shared/refusal.ts';

/** Turns what the client says into what the port promises: nobody above learns which engine it was. */
export async function reached<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    throw new Unavailable('the event log does not answer', { cause: error });
  }
}
