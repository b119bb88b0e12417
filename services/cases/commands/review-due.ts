/** How long a version of the plan holds before it should be looked at again; a rule of law with the day it came into force. */
const rules = [{ from: '0000-01-01', months: 6 }] as const;

/** Six months after the last version (§15(3) SGB II, "soll"; the integration agreements before it were reviewed as often). The last day of a shorter month stands in for a day it lacks. */
export function reviewDueOn(versionFrom: string): string {
  const { months } = rules.findLast(({ from }) => from <= versionFrom) ?? rules[0];
  const [year = 0, month = 1, day = 1] = versionFrom.split('-').map(Number);
  const due = new Date(Date.UTC(year, month - 1 + months, 1));
  const lastDay = new Date(Date.UTC(due.getUTCFullYear(), due.getUTCMonth() + 1, 0)).getUTCDate();
  due.setUTCDate(Math.min(day, lastDay));
  return due.toISOString().slice(0, 10);
}
