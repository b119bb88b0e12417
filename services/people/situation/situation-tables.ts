import { obstacles } from '#shared/codes/obstacles.ts';
import { vocationalQualifications } from '../person/person.ts';
import type { ExactSituation } from './count-situation.ts';
import { ALL_RECIPIENTS, figuresById, figureId } from './figures-by-id.ts';
import { ageBands, childcareNeeds, receiptBands, type SituationFigure, type SituationTables } from './situation.ts';

/** Returns the tables with every number, for those who look after these people. */
export function exactTables(exact: ExactSituation): SituationTables {
  const figures = figuresById(exact);
  return situationTables((id) => figures.get(id)?.persons);
}

/** Returns the tables with the numbers found by their ids; a figure without a number is hidden. */
export function situationTables(countOf: (id: string) => number | undefined): SituationTables {
  const figure = (id: string, code: string): SituationFigure => ({
    code,
    count: countOf(id) ?? null,
    suppressed: countOf(id) === undefined,
  });
  const list = (name: string, codes: readonly string[]): SituationFigure[] =>
    codes.map((code) => figure(figureId(name, code), code));
  return {
    recipients: figure(ALL_RECIPIENTS, 'ALL'),
    byAge: list('age', ageBands),
    byDuration: list('duration', receiptBands),
    byQualification: list('qualification', vocationalQualifications),
    byChildcare: list('childcare', childcareNeeds),
    byObstacle: list('obstacle', obstacles),
    ageByDuration: ageBands.map((age) => ({ age, figures: list(age, receiptBands) })),
  };
}
