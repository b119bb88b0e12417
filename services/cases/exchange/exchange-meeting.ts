import type { CaseEvent } from '#shared/contracts/cases.ts';
import type { Decision } from '#shared/documents/documents.ts';
import type { Partner } from '../project/project.ts';

export const exchangeTopics = [
  'CHILDCARE',
  'LOCAL_BUSINESS',
  'CLUBS',
  'HOUSING',
  'TRANSPORT',
  'LANGUAGE',
  'VOLUNTEERING',
  'MEASURES',
  'OTHER',
] as const;
export const itemOwners = ['JOB_CENTRE', 'TOWN_HALL'] as const;

export type ExchangeItem = {
  id: string;
  what: string;
  owner: (typeof itemOwners)[number];
  dueOn: string;
  doneOn?: string;
};

/** A regular exchange of the job centre with the municipality: never about a single person. */
export type ExchangeMeeting = {
  id: string;
  projectId: string;
  municipality: string;
  heldOn: string;
  /** Who took part, by the kinds of partners that projects have. */
  participants: Partner['kind'][];
  topics: (typeof exchangeTopics)[number][];
  items: ExchangeItem[];
};

export type ExchangeDecision = Decision<ExchangeMeeting, Extract<CaseEvent, { type: `exchange.${string}` }>>;
