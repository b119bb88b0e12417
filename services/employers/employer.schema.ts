import { Schema } from 'mongoose';
import { derivedFrom, enteredApart } from '#shared/documents/input-path.ts';
import { formats } from '#shared/codes/formats.ts';
import { contactChannels, contactOutcomes, employerKinds, sizeClasses, type Employer } from './employer.ts';
import { ags, code, day, part, requiredDay, short, text } from './schema-parts.ts';

const addressSchema = new Schema(
  { street: short, postcode: { type: String, match: formats.postcode }, town: short },
  part,
);
const email = { ...short, match: formats.email };
const contactPersonSchema = new Schema({ name: { ...short, required: true }, phone: short, email }, part);
const contactSchema = new Schema(
  {
    id: text,
    contactedOn: requiredDay,
    channel: code(contactChannels),
    outcome: code(contactOutcomes),
    callAgainOn: day,
    note: { type: String, maxlength: 1000 },
  },
  part,
);

export const employerSchema = new Schema<Employer>(
  {
    id: text,
    kind: code(employerKinds),
    name: { ...short, required: true, minlength: 1 },
    sortName: { ...text, ...derivedFrom('name') },
    number: { type: String, match: formats.employerNumber },
    branch: short,
    municipality: ags,
    registeredOn: requiredDay,
    address: { type: addressSchema, required: true },
    contactPerson: { type: contactPersonSchema },
    size: { type: String, enum: sizeClasses },
    contacts: { type: [contactSchema], ...enteredApart },
    callAgainOn: day,
  },
  part,
);
// Two employers under one Betriebsnummer would be one to the authorities; many have none.
employerSchema.index({ number: 1 }, { unique: true, sparse: true });
// Lists of all or of some municipalities, by name or by who is to be called again.
for (const by of ['sortName', 'callAgainOn']) {
  employerSchema.index({ [by]: 1 });
  employerSchema.index({ municipality: 1, [by]: 1 });
  employerSchema.index({ kind: 1, [by]: 1 });
}
