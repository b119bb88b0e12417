/** As the graph sends what may be left out: absent, or null. */
export type OrNull<Shape> = { [Key in keyof Shape]?: Shape[Key] | null };
