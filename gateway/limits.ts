/** What one request may ask for at most. All limits of the gateway are here. */
export const operationLimits = {
  tokens: 1500,
  definitions: 20,
  rootFields: 10,
  depth: 10,
  aliases: 15,
  directives: 20,
  /** Fields and fragment spreads, each fragment counted as often as it is spread. */
  selections: 300,
  /** Entries that nested pages may ask for: the product of their `first`, summed up. */
  pageCost: 10_000,
  /** Errors told about one request. */
  errors: 5,
};

/** What one caller may have planned: fields and spreads of texts that were not seen before. */
export const planningLimits = {
  /** A screen that opens needs some hundred. */
  selectionsAtOnce: 2000,
  selectionsPerSecond: 100,
  /** Callers whose allowance is remembered. */
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
  /** Requests answered at the same time; more are told to come back. */
  inFlight: 400,
  stopMs: 8000,
};

export const subgraphLimits = {
  fetchMs: 3000,
  /** All fetches of one request together. */
  requestMs: 9000,
  answerBytes: 8 * 1024 * 1024,
  /** Requests in flight to one service: a slow one must not hold all of the gateway's memory. */
  inFlight: 256,
  /**
   * A connection that was not used for so long is given up: well before the service does, so that none is used again
   * while it is being closed.
   */
  idleMs: 10_000,
  failuresUntilOpen: 5,
  openMs: 1000,
};

export const tokenLimits = {
  /**
   * A token that was verified is not verified again for so long: a key that its issuer withdraws counts no longer than
   * this.
   */
  rememberedMs: 20_000,
  remembered: 2000,
  clockToleranceSeconds: 5,
  keySetMs: 3000,
  /** A changed key set is asked for at most this often, an unreachable one as well. */
  keySetCooldownMs: 30_000,
  keySetMaxAgeMs: 600_000,
};
