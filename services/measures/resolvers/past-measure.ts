import { caseToActIn, casesOf } from '#shared/care-team.ts';
import { answerOrRefuse, type RefusalPayload } from '#shared/graph/answer.ts';
import { recordPastMeasure } from '../commands/past-measure/record-past-measure.ts';
import { removePastMeasure } from '../commands/past-measure/remove-past-measure.ts';
import type { Context } from '../context.ts';
import { instrumentOnOrLast } from '../instruments/catalogue.ts';
import type { PastMeasure, PastMeasures } from '../past-measure/past-measure.ts';

type RecordInput = { personId: string; instrument: string; from: string; to: string };
type RemoveInput = { personId: string; pastMeasureId: string };
type PastMeasuresPayload = { person: { id: string }; pastMeasures: PastMeasure[] };

export const pastMeasureMutations = {
  recordPastMeasure: (_: unknown, { input }: { input: RecordInput }, context: Context) => {
    const { personId, instrument, from, to } = input;
    const measure = { id: context.newId(), instrument, from, to, recordedOn: context.today };
    return ofPerson(context, personId, (past) => recordPastMeasure(past, { personId, measure, today: context.today }));
  },
  removePastMeasure: (_: unknown, { input }: { input: RemoveInput }, context: Context) =>
    ofPerson(context, input.personId, (past) => removePastMeasure(past, input)),
};

export const pastMeasureFields = {
  instrument: ({ instrument, from }: PastMeasure) => instrumentOnOrLast(instrument, from),
};

/** Changes the past measures of a person whose open case the caller looks after. */
function ofPerson(
  context: Context,
  personId: string,
  decide: (past: PastMeasures | null) => PastMeasures,
): Promise<PastMeasuresPayload | RefusalPayload> {
  return answerOrRefuse(async () => {
    caseToActIn(context.actor, await casesOf(context.teams, personId));
    const { measures } = await context.pastMeasures.change(
      personId,
      (past) => ({ state: decide(past), events: [] }),
      context.stamp,
    );
    return { person: { id: personId }, pastMeasures: measures };
  });
}
