const FIELD_FIRST = /^([a-z]\w*(?:\.\w+)*): /;

/**
 * A rule said no. `code` is part of the graph's schema (enum RefusalCode), `message` may be shown to the user. A message
 * about a field begins with its path in the input and a colon: `goals.0.target: at least 0`.
 */
export class Refusal extends Error {
  readonly code: string;
  /** The field that the message is about, and the first where it is about several; null where it is about none. */
  readonly field: string | null;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
    this.field = FIELD_FIRST.exec(message)?.[1] ?? null;
  }
}

/** The store, or the log, cannot be reached or is overloaded. Nothing was changed; trying again later helps. */
export class Unavailable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'Unavailable';
  }
}
