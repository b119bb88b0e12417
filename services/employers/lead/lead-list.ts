import type { Where } from '#shared/documents/query.ts';
import type { LeadStatus } from './lead.ts';

export type LeadFilter = { municipality?: string; answered?: boolean; status?: LeadStatus; takenUpBy?: string };

/** The status of a lead as a condition of the store. */
const withStatus: Record<LeadStatus, Where> = {
  REPORTED: { 'answer.code': null, takenUpBy: null },
  TAKEN_UP: { 'answer.code': null, takenUpBy: { from: '' } },
  ANSWERED: { 'answer.code': { from: '' } },
};

/** Returns the filter as a condition of the store, but for the municipality, which access decides on. */
export function leadsWhere({ answered, status, takenUpBy }: LeadFilter): Where {
  return {
    ...(answered !== undefined && { 'answer.code': answered ? { from: '' } : null }),
    ...(takenUpBy !== undefined && { takenUpBy }),
    ...(status !== undefined && withStatus[status]),
  };
}
