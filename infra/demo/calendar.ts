/** Days of a period, spread evenly: the n-th of so many. Weekends move to the Monday after. */
export function dayWithin({ from, to }: { from: string; to: string }, share: number): string {
  const start = Date.parse(from);
  const day = new Date(start + Math.floor((Date.parse(to) - start) * Math.min(Math.max(share, 0), 1)));
  while (day.getUTCDay() === 0 || day.getUTCDay() === 6) day.setUTCDate(day.getUTCDate() + (isoDay(day) < to ? 1 : -1));
  return isoDay(day);
}

export function daysLater(day: string, days: number): string {
  return isoDay(new Date(Date.parse(day) + days * 86_400_000));
}

/** The later of two days. */
export function later(one: string, other: string): string {
  return one > other ? one : other;
}

/** The earlier of two days. */
export function earlier(one: string, other: string): string {
  return one < other ? one : other;
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}
