/**
 * Refuses what a rule does not allow. `code` is one of the graph's enum RefusalCode, `message` may be shown to the
 * user. `field` is the path in the input that the refusal is about, such as `goals.0.target`, the first where it is
 * about several; the message then begins with it and a colon. Each service has a subclass that knows its codes.
 */
export class Refusal<Code extends string = string> extends Error {
  readonly code: Code;
  readonly field: string | null;

  constructor(code: Code, message: string, field?: string) {
    super(field === undefined ? message : `${field}: ${message}`);
    this.name = 'Refusal';
    this.code = code;
    this.field = field ?? null;
  }
}

/** True when an error is a refusal, of whichever service. */
export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Refusal;
}

/** Tells operators why a store, or the log, does not serve, where more is known than that it does not answer. */
export type OutageReason = 'STORE_FULL' | 'STORE_READ_ONLY' | 'STORE_IO' | 'STORE_BUSY' | 'STORE_DAMAGED';

/**
 * The store, or the log, cannot be reached, is overloaded or cannot be written. Nothing was changed; trying again helps
 * once that is over.
 */
export class Unavailable extends Error {
  readonly reason: OutageReason | undefined;

  constructor(message: string, { reason, ...options }: ErrorOptions & { reason?: OutageReason | undefined } = {}) {
    super(message, options);
    this.name = 'Unavailable';
    this.reason = reason;
  }
}
