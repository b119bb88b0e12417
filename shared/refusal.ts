/** A rule said no. `code` is part of the graph's schema (enum RefusalCode), `message` may be shown to the user. */
export class Refusal extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
  }
}

/** The store, or the log, cannot be reached or is overloaded. Nothing was changed; trying again later helps. */
export class Unavailable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'Unavailable';
  }
}
