import { isRefusal, Refusal } from '#shared/refusal.ts';

/** The answer of a mutation that was refused. */
export type RefusalPayload = { refusal: { code: string; message: string; field: string | null } };

/**
 * Runs a command and returns its result, or the refusal as a typed part of the schema. Any other error is thrown on.
 */
export async function answerOrRefuse<Result extends object>(
  command: () => Promise<Result>,
): Promise<Result | RefusalPayload> {
  try {
    return await command();
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const { code, message, field } = error;
    return { refusal: { code, message, field } };
  }
}

/** True when the store refused because only one document may have a value: a number, or an open case of a person. */
export function isTaken(error: unknown): boolean {
  return isRefusal(error) && error.code === 'ALREADY_EXISTS';
}

/**
 * Returns a handler for `catch` that refuses in the service's own words: the store only knows that something is there
 * already.
 */
export function refuseWhenTaken(code: string, message: string): (error: unknown) => never {
  return (error) => {
    throw isTaken(error) ? new Refusal(code, message) : error;
  };
}

/** Returns the state that a command needs; refuses with NOT_FOUND where there is none. */
export function requireFound<State>(state: State | null, what: string): State {
  if (state === null) throw new Refusal('NOT_FOUND', `${what} was not found.`);
  return state;
}

/**
 * Returns the state where the caller may know of it. Otherwise an id that exists is refused, word for word, like one
 * that does not.
 */
export function requireVisible<State>(state: State | null, mayKnow: (state: State) => boolean, what: string): State {
  return requireFound(state !== null && mayKnow(state) ? state : null, what);
}
