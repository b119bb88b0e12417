import type { Obstacle } from '#shared/codes/obstacles.ts';
import type { BenefitEndReason, MemberRole, UnitBenefit } from '../benefit-unit/benefit-unit.ts';
import type { CorrectPerson } from '../commands/person/correct-person.ts';
import type { RecordEmployments } from '../commands/person/record-employments.ts';
import type { RecordObstacles } from '../commands/person/record-obstacles.ts';
import type { RegisterPerson } from '../commands/person/register-person.ts';
import type { ContactChange } from '../commands/person/update-contact.ts';
import type { UpdateProfile } from '../commands/person/update-profile.ts';
import type { Child, VocationalQualification } from '../person/person.ts';

export type PersonFilter = Partial<{
  municipality: string;
  name: string;
  customerNumber: string;
  bornFrom: string;
  bornTo: string;
  obstacle: Obstacle;
  vocationalQualification: VocationalQualification;
  withoutOpenCase: boolean;
  longTermRecipient: boolean;
}>;

export type RegisterPersonInput = Omit<RegisterPerson, 'id' | 'registeredOn' | 'today'> & { registeredOn?: string };

type OfPerson = { personId: string };
export type CorrectPersonInput = OfPerson & Omit<CorrectPerson, 'on'>;
export type UpdateContactInput = OfPerson & ContactChange;
export type UpdateProfileInput = OfPerson & Omit<UpdateProfile, 'on'>;
export type RecordEmploymentsInput = OfPerson & Omit<RecordEmployments, 'on'>;
export type UpdateChildrenInput = OfPerson & { children: Child[] };
export type RecordObstaclesInput = OfPerson & Omit<RecordObstacles, 'on'>;
export type MovePersonInput = OfPerson & { municipality: string };

export type FormBenefitUnitInput = {
  number: string;
  municipality: string;
  formedOn?: string;
  members: { personId: string; role: MemberRole }[];
};

type OfUnit = { benefitUnitId: string };
export type JoinBenefitUnitInput = OfUnit & {
  personId: string;
  role: MemberRole;
  joinedOn?: string;
  leftOn?: string;
};
export type LeaveBenefitUnitInput = OfUnit & { personId: string; leftOn?: string };
export type MoveBenefitUnitInput = OfUnit & { municipality: string };
export type StartBenefitInput = OfUnit & { startedOn?: string };
export type EndBenefitInput = OfUnit & { endedOn?: string; reason: BenefitEndReason };
export type RecordBenefitsInput = OfUnit & { benefits: UnitBenefit[] };
