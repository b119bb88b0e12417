/** From the first to the last day, both included; still running where there is no last one. */
export type Period = { from: string; to: string | null };

/** Calendar months counted from year 0, so that they can be added and compared. */
export function monthOf(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

export function firstDayOf(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`;
}

/** The birthday some years later; who was born on 29 February completes the year at the end of the 28th. */
export function yearsLater(day: string, years: number): string {
  const later = `${String(Number(day.slice(0, 4)) + years).padStart(4, '0')}${day.slice(4)}`;
  const exists = new Date(`${later}T00:00:00Z`).toISOString().startsWith(later);
  return exists ? later : `${later.slice(0, 4)}-03-01`;
}

export function dayBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}

/** First and last month of a stretch of time. */
export type Months = { first: number; last: number };

/** How many months of the window any of the periods touches. */
export function monthsTouched(periods: readonly Period[], { first, last }: Months): number {
  const stretches = periods
    .map(({ from, to }) => ({ first: Math.max(monthOf(from), first), last: Math.min(to === null ? last : monthOf(to), last) }))
    .sort((a, b) => a.first - b.first);
  let count = 0;
  let reached = first - 1;
  for (const stretch of stretches) {
    count += Math.max(0, stretch.last - Math.max(stretch.first, reached + 1) + 1);
    reached = Math.max(reached, stretch.last);
  }
  return count;
}
