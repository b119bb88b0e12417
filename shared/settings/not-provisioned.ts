/**
 * Topics or indexes that this process needs are missing: it must not start, since without them order and uniqueness are
 * not kept.
 */
export class NotProvisioned extends Error {
  constructor(missing: readonly string[]) {
    super(`run "npm run provision" first; missing: ${missing.join(', ')}`);
    this.name = 'NotProvisioned';
  }
}
