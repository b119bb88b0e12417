import { Schema } from 'mongoose';
import { dayparts } from '#shared/codes/dayparts.ts';
import { derivedFrom, enteredApart } from '#shared/documents/input-path.ts';
import { formats } from '#shared/codes/formats.ts';
import {
  requiredText,
  requiredShortText,
  shortText,
  optionalDay,
  requiredDay,
  optionalMunicipality,
  requiredCode,
  withoutId,
} from '../stored-fields.ts';
import { proposalAnswers, proposalWithdrawals } from './proposal.ts';
import { payPeriods, vacancyClosings, type Vacancy } from './vacancy.ts';

const paySchema = new Schema(
  { cents: { type: Number, required: true, min: 1 }, per: requiredCode(payPeriods) },
  withoutId,
);
const proposalSchema = new Schema(
  {
    id: requiredText,
    personId: requiredText,
    caseId: requiredText,
    proposedOn: requiredDay,
    withLegalNotice: { type: Boolean, required: true },
    replyDueOn: optionalDay,
    answer: { type: new Schema({ code: requiredCode(proposalAnswers), answeredOn: requiredDay }, withoutId) },
    withdrawn: { type: new Schema({ reason: requiredCode(proposalWithdrawals), withdrawnOn: requiredDay }, withoutId) },
  },
  withoutId,
);

export const vacancySchema = new Schema<Vacancy>(
  {
    id: requiredText,
    employerId: requiredText,
    title: requiredShortText,
    occupation: { type: String, required: true, match: formats.occupation },
    municipality: optionalMunicipality,
    place: {
      type: new Schema(
        { postcode: { type: String, required: true, match: formats.postcode }, town: { ...shortText, required: true } },
        withoutId,
      ),
    },
    hoursPerWeek: { type: Number, required: true, min: 1, max: 48 },
    dayparts: { type: [String], enum: dayparts },
    startsOn: requiredDay,
    pay: { type: paySchema },
    posts: { type: Number, required: true, min: 1, max: 500 },
    drivingLicenceNeeded: { type: Boolean, required: true },
    registeredOn: requiredDay,
    refreshOn: requiredDay,
    closed: { type: new Schema({ reason: requiredCode(vacancyClosings), closedOn: requiredDay }, withoutId) },
    proposals: { type: [proposalSchema], ...enteredApart },
    freePosts: { type: Number, required: true, min: 0, ...derivedFrom('posts') },
    over: { type: String, enum: ['FILLED', 'CLOSED'], ...derivedFrom('posts') },
    proposalsToEnd: { type: Number, min: 1 },
  },
  withoutId,
);
// Lists of all, of some municipalities, of what is open and of what is over, in each order that a screen shows.
for (const by of ['startsOn', 'registeredOn', 'refreshOn']) {
  vacancySchema.index({ [by]: 1 });
  vacancySchema.index({ municipality: 1, [by]: 1 });
  vacancySchema.index({ 'closed.reason': 1, [by]: 1 });
  vacancySchema.index({ over: 1, [by]: 1 });
}
vacancySchema.index({ employerId: 1, startsOn: 1 });
vacancySchema.index({ occupation: 1 });
// Matches are looked for among all that are open.
vacancySchema.index({ 'closed.reason': 1 });
// The closed vacancies with proposals still to end.
vacancySchema.index({ proposalsToEnd: 1 });
// Proposals are found by their id, and by person and case on the case page.
vacancySchema.index({ 'proposals.id': 1 });
vacancySchema.index({ 'proposals.personId': 1 });
vacancySchema.index({ 'proposals.caseId': 1 });
