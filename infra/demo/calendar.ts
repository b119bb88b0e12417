/** Returns the day at a share of a period, 0 to 1. Weekends move to the Monday after. */
export function dayWithin({ from, to }: { from: string; to: string }, share: number): string {
  const start = Date.parse(from);
  const day = new Date(start + Math.floor((Date.parse(to) - start) * Math.min(Math.max(share, 0), 1)));
  while (day.getUTCDay() === 0 || day.getUTCDay() === 6) day.setUTCDate(day.getUTCDate() + (isoDay(day) < to ? 1 : -1));
  return isoDay(day);
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}
