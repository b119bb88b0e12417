const FIELD_FIRST = /^([a-z]\w*(?:\.\w+)*): /;

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
    this.field = field ?? FIELD_FIRST.exec(message)?.[1] ?? null;
  }
}

/** True for a refusal of any service: `instanceof` alone would leave its code untyped. */
export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Refusal;
}

/** The store, or the log, cannot be reached or is overloaded. Nothing was changed; trying again later helps. */
export class Unavailable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'Unavailable';
  }
}
