import type { Breakdown, Count, ExactSituation } from './count-situation.ts';
import { cellsToHide, SMALLEST_COUNT, type Cell } from './suppression.ts';
import type { Figure, SituationTables } from './situation.ts';

/** For those who look after these people: everything as it is. */
export function exactSituation(exact: ExactSituation): SituationTables {
  return shown(exact, () => false);
}

/** For everybody else: no figure that is, or gives away, one about fewer than three people or households. */
export function protectedSituation(exact: ExactSituation): SituationTables {
  if (isSmall(exact.recipients)) return shown(exact, () => true);
  const hidden = new Set([...cellsToHide(ageByDurationCells(exact)), ...listCells('qualification', exact.byQualification), ...listCells('childcare', exact.byChildcare), ...obstacleCells(exact)]);
  return shown(exact, (id) => hidden.has(id));
}

function isSmall({ persons, households }: Count): boolean {
  return persons > 0 && (persons < SMALLEST_COUNT || households < SMALLEST_COUNT);
}

function cell(id: string, [from, to]: [string, string], count: Count): Cell {
  return { id, from, to, count: count.persons, sensitive: isSmall(count) };
}

/** The table with its margins, which are the lists by age and by duration; their sum, the number of recipients, is published. */
function ageByDurationCells({ byAge, byDuration, ageByDuration }: ExactSituation): Cell[] {
  return [
    ...Object.entries(ageByDuration).flatMap(([age, row]) => Object.entries(row).map(([band, count]) => cell(`${age}/${band}`, [`row:${age}`, `column:${band}`], count))),
    ...Object.entries(byAge).map(([age, count]) => cell(`age/${age}`, ['sum:ages', `row:${age}`], count)),
    ...Object.entries(byDuration).map(([band, count]) => cell(`duration/${band}`, [`column:${band}`, 'sum:durations'], count)),
  ];
}

/** A list whose entries add up to the number of recipients. */
function listCells(list: string, breakdown: Breakdown<string>): ReadonlySet<string> {
  return cellsToHide(Object.entries(breakdown).map(([code, count]) => cell(`${list}/${code}`, [list, `all of ${list}`], count)));
}

/** Who knows how many have an obstacle knows how many do not: small on either side hides the figure. */
function obstacleCells({ byObstacle, withoutObstacle }: ExactSituation): string[] {
  const without: Breakdown<string> = withoutObstacle;
  return Object.entries(byObstacle).filter(([code, having]) => isSmall(having) || isSmall(without[code] ?? having)).map(([code]) => `obstacle/${code}`);
}

function shown(exact: ExactSituation, isHidden: (id: string) => boolean): SituationTables {
  const figure = (id: string, code: string, { persons }: Count): Figure => (isHidden(id) ? { code, count: null, suppressed: true } : { code, count: persons, suppressed: false });
  const list = (name: string, breakdown: Breakdown<string>): Figure[] => Object.entries(breakdown).map(([code, count]) => figure(`${name}/${code}`, code, count));
  return {
    recipients: figure('recipients', 'ALL', exact.recipients),
    byAge: list('age', exact.byAge),
    byDuration: list('duration', exact.byDuration),
    byQualification: list('qualification', exact.byQualification),
    byChildcare: list('childcare', exact.byChildcare),
    byObstacle: list('obstacle', exact.byObstacle),
    ageByDuration: Object.entries(exact.ageByDuration).map(([age, row]) => ({ age, figures: list(age, row) })),
  };
}
