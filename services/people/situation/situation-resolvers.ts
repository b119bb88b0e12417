import { withoutKey } from '#shared/graph/request.ts';
import { assertMunicipality } from '#shared/codes/municipalities.ts';
import type { Context } from '../context.ts';
import { municipalityOf } from '../reference/municipalities.ts';
import { countSituation } from './count-situation.ts';
import { labelOf } from './labels.ts';
import { readRecipients } from './read-recipients.ts';
import { released } from './released.ts';
import { exactSituation, tablesOf } from './show-situation.ts';
import { cutOffDay, figuresFor } from './situation-access.ts';
import type { Figure, Situation, SituationRow } from './situation.ts';

export const situationQueries = {
  situation: async (
    _: unknown,
    asked: { municipality: string; on?: string | null },
    context: Context,
  ): Promise<Situation> => {
    const { municipality } = asked;
    assertMunicipality(municipality);
    const figures = figuresFor(context.actor, municipality);
    const on = cutOffDay(figures, asked.on ?? undefined, context.today);
    const exact = countSituation(await readRecipients(context, { municipality, on }));
    if (figures === 'EXACT') return { ...exactSituation(exact), municipality, on, protected: false, asOf: context.now };

    const releasing = { municipality, on, exact, at: context.now, to: context.actor.role };
    const { counts, releasedAt } = await released(context.situationReleases, releasing, withoutKey(context.stamp));
    return { ...tablesOf((id) => counts[id]), municipality, on, protected: true, asOf: releasedAt };
  },
};

export const situationFields = { municipality: ({ municipality }: Situation) => municipalityOf(municipality) };
export const figureFields = { label: ({ code }: Figure) => labelOf(code) };
export const situationRowFields = { label: ({ age }: SituationRow) => labelOf(age) };
