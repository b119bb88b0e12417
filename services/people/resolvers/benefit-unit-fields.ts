import { assertMunicipality } from '#shared/codes/municipalities.ts';
import { connection, type Connection, type PageArguments } from '#shared/graph/paging.ts';
import { assertMayRegister } from '../access.ts';
import type { BenefitUnit, Member } from '../benefit-unit/benefit-unit.ts';
import type { VisibleUnit } from '../benefit-unit/cut-to-times.ts';
import type { Context } from '../context.ts';
import { childUntil } from '../person/employable-age.ts';
import { municipalityOf } from '../reference/municipalities.ts';
import { requireVisiblePerson } from '../visible-person.ts';
import { mayKnowWholeUnit, requireVisibleUnit } from '../visible-unit.ts';

type UnitsArguments = PageArguments & { municipality: string; number?: string };

export const benefitUnitQueries = {
  benefitUnit: (_: unknown, { id }: { id: string }, context: Context) => requireVisibleUnit(id, context),
  benefitUnits: (
    _: unknown,
    { municipality, number, ...page }: UnitsArguments,
    context: Context,
  ): Promise<Connection<BenefitUnit>> => {
    assertMunicipality(municipality);
    assertMayRegister(context.actor, municipality);
    const where = { municipality, ...(number !== undefined && { number }) };
    return connection(
      context.benefitUnits,
      { where, sort: { by: 'number', direction: 'asc' }, visible: (unit) => mayKnowWholeUnit(unit, context) },
      page,
    );
  },
};

export const benefitUnitFields = {
  __resolveReference: ({ id }: { id: string }, context: Context) => requireVisibleUnit(id, context),
  municipality: ({ municipality }: VisibleUnit) => (municipality === undefined ? null : municipalityOf(municipality)),
};

export const memberFields = {
  person: ({ personId }: Member, _: unknown, context: Context) => requireVisiblePerson(personId, context),
  childUntil: async ({ personId, role }: Member, _: unknown, { load }: Context): Promise<string | null> => {
    const person = role === 'CHILD' ? await load.person.load(personId) : null;
    // The day tells a birth date: it is for those who may know that.
    return person && (await load.factGroups.load(person)).has('PROFILE') ? childUntil(person.birthDate) : null;
  },
};
