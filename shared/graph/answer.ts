import { Refusal } from '#shared/refusal.ts';

/** What a mutation answers when a rule said no. */
export type RefusalPayload = { refusal: { code: string; message: string; field: string | null } };

/**
 * Runs a command and answers its result, or the refusal as a typed part of the schema. Anything else stays an error.
 */
export async function answerOrRefuse<Result extends object>(
  command: () => Promise<Result>,
): Promise<Result | RefusalPayload> {
  try {
    return await command();
  } catch (error) {
    if (error instanceof Refusal) return { refusal: { code: error.code, message: error.message, field: error.field } };
    throw error;
  }
}

/** Whether the store refused it because only one may have a value: a number, or an open case of a person. */
export function isTaken(error: unknown): boolean {
  return error instanceof Refusal && error.code === 'ALREADY_EXISTS';
}

/** For `catch`: the store only knows that something is there already; what that means is said here. */
export function refuseWhenTaken(code: string, message: string): (error: unknown) => never {
  return (error) => {
    throw isTaken(error) ? new Refusal(code, message) : error;
  };
}

/** The state a command needs to be there. */
export function requireFound<State>(state: State | null, what: string): State {
  if (state === null) throw new Refusal('NOT_FOUND', `${what} was not found.`);
  return state;
}

/**
 * The same where not everybody may know of it: to whom may not, an id that exists is one that does not, word for word.
 */
export function requireVisible<State>(state: State | null, mayKnow: (state: State) => boolean, what: string): State {
  return requireFound(state !== null && mayKnow(state) ? state : null, what);
}
