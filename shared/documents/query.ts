export type Scalar = string | number | boolean;

/** A path into the state, dots for nesting; on a list, any of its elements may meet the condition. */
export type Where = Record<string, Condition>;

export type Condition =
  | Scalar
  /** Absent or null. */
  | null
  | { in: readonly Scalar[] }
  /** Any of the bounds: `from` and `to` are included, `after` and `before` are not. */
  | { from?: Scalar; to?: Scalar; after?: Scalar; before?: Scalar }
  | { prefix: string };

export type Sort = { by: string; direction: 'asc' | 'desc' };

/**
 * One page: at most `first` documents behind the cursor `after`. Ties are ordered by id, so pages are stable under
 * writes.
 */
export type Page = { where?: Where; sort?: Sort; first: number; after?: string | null | undefined };

export type PageOf<State> = { edges: { cursor: string; node: State }[]; hasNextPage: boolean };
