import { obstacles } from '../person/person.ts';
import type { ExactSituation } from './count-situation.ts';
import { ALL, figuresById, idOf } from './figures-by-id.ts';
import {
  ageBands,
  childcareNeeds,
  qualificationLevels,
  receiptBands,
  type Figure,
  type SituationTables,
} from './situation.ts';

/** For those who look after these people: everything as it is. */
export function exactSituation(exact: ExactSituation): SituationTables {
  const figures = figuresById(exact);
  return tablesOf((id) => figures.get(id)?.persons);
}

/** The tables of numbers by their names; what has none is hidden. */
export function tablesOf(countOf: (id: string) => number | undefined): SituationTables {
  const figure = (id: string, code: string): Figure => ({
    code,
    count: countOf(id) ?? null,
    suppressed: countOf(id) === undefined,
  });
  const list = (name: string, codes: readonly string[]): Figure[] =>
    codes.map((code) => figure(idOf(name, code), code));
  return {
    recipients: figure(ALL, 'ALL'),
    byAge: list('age', ageBands),
    byDuration: list('duration', receiptBands),
    byQualification: list('qualification', qualificationLevels),
    byChildcare: list('childcare', childcareNeeds),
    byObstacle: list('obstacle', obstacles),
    ageByDuration: ageBands.map((age) => ({ age, figures: list(age, receiptBands) })),
  };
}
