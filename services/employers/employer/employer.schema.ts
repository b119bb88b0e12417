import { Schema } from 'mongoose';
import { derivedFrom, enteredApart } from '#shared/documents/input-path.ts';
import { formats } from '#shared/codes/formats.ts';
import { contactChannels, contactOutcomes, employerKinds, sizeClasses, type Employer } from './employer.ts';
import {
  requiredText,
  requiredShortText,
  shortText,
  optionalDay,
  requiredDay,
  requiredMunicipality,
  requiredCode,
  withoutId,
} from '../stored-fields.ts';

const addressSchema = new Schema(
  { street: shortText, postcode: { type: String, match: formats.postcode }, town: shortText },
  withoutId,
);
const email = { ...shortText, match: formats.email };
const contactPersonSchema = new Schema({ name: { ...shortText, required: true }, phone: shortText, email }, withoutId);
const contactSchema = new Schema(
  {
    id: requiredText,
    contactedOn: requiredDay,
    channel: requiredCode(contactChannels),
    outcome: requiredCode(contactOutcomes),
    callAgainOn: optionalDay,
    note: { type: String, maxlength: 1000 },
  },
  withoutId,
);

export const employerSchema = new Schema<Employer>(
  {
    id: requiredText,
    kind: requiredCode(employerKinds),
    name: requiredShortText,
    sortName: { ...requiredText, ...derivedFrom('name') },
    number: { type: String, match: formats.employerNumber },
    branch: shortText,
    municipality: requiredMunicipality,
    registeredOn: requiredDay,
    address: { type: addressSchema, required: true },
    contactPerson: { type: contactPersonSchema },
    size: { type: String, enum: sizeClasses },
    contacts: { type: [contactSchema], ...enteredApart },
    callAgainOn: optionalDay,
  },
  withoutId,
);
// Two employers under one Betriebsnummer would be one to the authorities; many have none.
employerSchema.index({ number: 1 }, { unique: true, sparse: true });
// Lists of all or of some municipalities, by name or by who is to be called again.
for (const by of ['sortName', 'callAgainOn']) {
  employerSchema.index({ [by]: 1 });
  employerSchema.index({ municipality: 1, [by]: 1 });
  employerSchema.index({ kind: 1, [by]: 1 });
}
