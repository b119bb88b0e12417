/** Job centres exist since the SGB II is in force: nothing was reported to one, or talked about with one, before. */
export const FIRST_DAY = '2005-01-01';
