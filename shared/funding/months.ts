/** From the first to the last day, both included; still running where there is no last one. */
export type Stretch = { from: string; to?: string | null | undefined };

/** First and last month, both included. */
export type Months = { first: number; last: number };

/** Calendar months counted from year 0, so that they can be added and compared. */
export function monthOf(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

export function firstDayOf(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`;
}

/** How many months of the window any of the periods touches. */
export function monthsTouched(periods: readonly Stretch[], { first, last }: Months): number {
  const stretches = periods
    .map(({ from, to }) => ({ first: Math.max(monthOf(from), first), last: Math.min(to ? monthOf(to) : last, last) }))
    .sort((a, b) => a.first - b.first);
  let count = 0;
  let reached = first - 1;
  for (const stretch of stretches) {
    count += Math.max(0, stretch.last - Math.max(stretch.first, reached + 1) + 1);
    reached = Math.max(reached, stretch.last);
  }
  return count;
}
