import { withoutKey } from '#shared/graph/request.ts';
import { assertMunicipality } from '#shared/codes/municipalities.ts';
import type { Context } from '../context.ts';
import { municipalityOf } from '../reference/municipalities.ts';
import { countSituation } from './count-situation.ts';
import { germanLabel } from './german-labels.ts';
import { readRecipients } from './read-recipients.ts';
import { releaseSituation } from './release-situation.ts';
import { exactTables, situationTables } from './situation-tables.ts';
import { cutOffDay, situationPrecision } from './situation-access.ts';
import type { SituationFigure, Situation, SituationRow } from './situation.ts';

export const situationQueries = {
  situation: async (
    _: unknown,
    { municipality, on: askedDay }: { municipality: string; on?: string },
    context: Context,
  ): Promise<Situation> => {
    assertMunicipality(municipality);
    const precision = situationPrecision(context.actor, municipality);
    const on = cutOffDay(precision, askedDay, context.today);
    const exact = countSituation(await readRecipients(context, { municipality, on }));
    if (precision === 'EXACT') return { ...exactTables(exact), municipality, on, protected: false, asOf: context.now };

    const release = { municipality, on, exact, at: context.now, to: context.actor.role };
    const { counts, releasedAt } = await releaseSituation(
      context.situationReleases,
      release,
      withoutKey(context.stamp),
    );
    return { ...situationTables((id) => counts[id]), municipality, on, protected: true, asOf: releasedAt };
  },
};

export const situationFields = { municipality: ({ municipality }: Situation) => municipalityOf(municipality) };
export const situationFigureFields = { label: ({ code }: SituationFigure) => germanLabel(code) };
export const situationRowFields = { label: ({ age }: SituationRow) => germanLabel(age) };
