/** The most that one request may ask for. All limits of the gateway are here. */
export const operationLimits = {
  tokens: 1500,
  definitions: 20,
  rootFields: 10,
  depth: 10,
  aliases: 15,
  directives: 20,
  /** Fields and fragment spreads, each fragment counted as often as it is spread. */
  selections: 300,
  /** The entries that nested pages may ask for: the product of their `first`, summed up. */
  pageCost: 10_000,
  /** The errors in the answer to one request. */
  errors: 5,
};

/** The most that one caller may have planned: fields and spreads of texts that were not seen before. */
export const planningLimits = {
  /** A screen that opens needs some hundred. */
  selectionsAtOnce: 2000,
  selectionsPerSecond: 100,
  /** The callers whose allowance is remembered. */
  callers: 10_000,
};

/**
 * What one caller may have of the house. A screen that opens sends some dozens of requests; a hundred a second, for as
 * long as they like, are more than people or a list that is imported ever send.
 */
export const callerLimits = {
  requestsAtOnce: 500,
  requestsPerSecond: 100,
  /** From when the token was read until the answer is out: slow bodies count as well. */
  inFlight: 64,
  bytesInFlight: 2 * 1024 * 1024,
  /** Callers whose budget is remembered. */
  callers: 10_000,
};

export const answerLimits = {
  /** Errors told in one answer; one more says how many there are beyond. */
  errors: 100,
};

export const httpLimits = {
  bodyBytes: 100 * 1024,
  headerBytes: 16 * 1024,
  headersMs: 5000,
  requestMs: 10_000,
  keepAliveMs: 5000,
  /** Node looks at the two limits above only this often; its own default would let five seconds become thirty. */
  checkEveryMs: 1000,
  connections: 1000,
  /** Requests answered at the same time; more are told to come back. Who still sends a body is not among them. */
  inFlight: 400,
  /** Of bodies, from the first byte until their answer is out: what is read from one takes many times its length. */
  bytesInFlight: 16 * 1024 * 1024,
  stopMs: 8000,
};

export const subgraphLimits = {
  fetchMs: 3000,
  /** The time for all fetches of one request together. */
  requestMs: 9000,
  answerBytes: 8 * 1024 * 1024,
  /** The requests in flight to one service: a slow service must not hold all of the gateway's memory. */
  inFlight: 256,
  /**
   * The gateway closes a connection that was not used for so long: well before the service does, so that no connection
   * is used again while it is being closed.
   */
  idleMs: 10_000,
  failuresUntilOpen: 5,
  openMs: 1000,
};

export const tokenLimits = {
  /**
   * The time for which a verified token is not verified again: a key that its issuer withdraws counts no longer than
   * this.
   */
  rememberedMs: 20_000,
  remembered: 2000,
  clockToleranceSeconds: 5,
  /** From when a token was issued to its end. */
  lifetimeSeconds: 86_400,
  keySetMs: 3000,
  /** The gateway asks for a changed key set at most this often, for an unreachable one as well. */
  keySetCooldownMs: 30_000,
  keySetMaxAgeMs: 600_000,
};
