import { hasDay } from '#shared/calendar/days.ts';

/** A fact about a person that the name of an instrument alone would tell. */
export type ProtectedFact = 'DISABILITY' | 'ILLNESS' | 'DEBTS';

type DatedInstrument = {
  code: string;
  /** The first and last day on which the law has the instrument in any state; null while it is in force. */
  from: string;
  to: string | null;
  tells: ProtectedFact | null;
};

/** The day from which the law is known here: the reform of 1 April 2012. Older and unchanged law begins that day. */
const REFORM_OF_2012 = '2012-04-01';

function instrument<const Code extends string>(
  code: Code,
  { from = REFORM_OF_2012, to = null, tells = null }: Partial<Omit<DatedInstrument, 'code'>> = {},
): DatedInstrument & { code: Code } {
  return { code, from, to, tells };
}

/**
 * Every funding instrument by its code, as pure data: the facts that any service needs without the catalogue of
 * measures.
 */
export const instrumentCodes = [
  instrument('P35'),
  instrument('P44_VB'),
  instrument('P45_MAT'),
  instrument('P45_MAG'),
  instrument('P45_AVGS_MPAV'),
  instrument('P46_TRIAL', { tells: 'DISABILITY' }),
  instrument('P46_WORKPLACE', { tells: 'DISABILITY' }),
  instrument('P48A_BOP', { from: '2024-04-01' }),
  instrument('P54A_EQ'),
  instrument('P73_AZ', { tells: 'DISABILITY' }),
  instrument('P74_ASA', { from: '2020-05-29' }),
  instrument('P76_BAE'),
  instrument('P81_FBW'),
  instrument('P82_BESCHAEFTIGTE', { from: '2024-04-01' }),
  instrument('P88_EGZ'),
  instrument('P90_EGZ_SB', { tells: 'DISABILITY' }),
  instrument('P131A', { from: '2016-08-01', to: '2026-12-31' }),
  instrument('P16A_CHILDCARE'),
  instrument('P16A_DEBT', { tells: 'DEBTS' }),
  instrument('P16A_PSYCHOSOCIAL', { tells: 'ILLNESS' }),
  instrument('P16A_ADDICTION', { tells: 'ILLNESS' }),
  instrument('P16B'),
  instrument('P16C'),
  instrument('P16D'),
  instrument('P16E'),
  instrument('P16F'),
  instrument('P16G', { from: '2016-08-01' }),
  instrument('P16H', { from: '2016-08-01' }),
  instrument('P16I', { from: '2019-01-01' }),
  instrument('P16J', { from: '2023-07-01', to: '2024-03-27' }),
  instrument('P16K', { from: '2023-07-01' }),
  instrument('REHA_LTA', { tells: 'DISABILITY' }),
  instrument('AUFENTHG43_IK'),
  instrument('AUFENTHG45A_BSK', { from: '2016-07-01' }),
] as const satisfies readonly DatedInstrument[];

export type InstrumentCode = (typeof instrumentCodes)[number]['code'];

const byCode: ReadonlyMap<string, DatedInstrument> = new Map(instrumentCodes.map((dated) => [dated.code, dated]));

/** True when the law had such an instrument on that day. */
export function isInstrumentOn(code: string, on: string): boolean {
  const dated = byCode.get(code);
  return dated !== undefined && hasDay(dated, on);
}

/**
 * Returns the fact that the code would tell about a person, or null. An unknown code tells nothing: it is refused where
 * it comes in.
 */
export function protectedFactOf(code: string): ProtectedFact | null {
  return byCode.get(code)?.tells ?? null;
}
