import { assertMunicipality } from '#shared/codes/municipalities.ts';
import { connection, type Connection, type PageArguments } from '#shared/graph/paging.ts';
import { assertMayRegister } from '../access.ts';
import type { BenefitUnit, Member } from '../benefit-unit/benefit-unit.ts';
import { visiblePerson, type Context } from '../context.ts';
import { childUntil } from '../person/employable-age.ts';
import { municipalityOf } from '../reference/municipalities.ts';
import { mayKnowUnit, visibleUnit } from '../visible-unit.ts';
import type { SeenUnit } from '../benefit-unit/cut-to-times.ts';

type Listed = PageArguments & { municipality: string; number?: string };

export const benefitUnitQueries = {
  benefitUnit: (_: unknown, { id }: { id: string }, context: Context) => visibleUnit(id, context),
  benefitUnits: (
    _: unknown,
    { municipality, number, ...page }: Listed,
    context: Context,
  ): Promise<Connection<BenefitUnit>> => {
    assertMunicipality(municipality);
    assertMayRegister(context.actor, municipality);
    const where = { municipality, ...(number !== undefined && { number }) };
    return connection(
      context.benefitUnits,
      { where, sort: { by: 'number', direction: 'asc' }, visible: (unit) => mayKnowUnit(unit, context) },
      page,
    );
  },
};

export const benefitUnitFields = {
  __resolveReference: ({ id }: { id: string }, context: Context) => visibleUnit(id, context),
  municipality: ({ municipality }: SeenUnit) => (municipality === undefined ? null : municipalityOf(municipality)),
};

export const memberFields = {
  person: ({ personId }: Member, _: unknown, context: Context) => visiblePerson(personId, context),
  childUntil: async ({ personId, role }: Member, _: unknown, { load }: Context): Promise<string | null> => {
    const person = role === 'CHILD' ? await load.person.load(personId) : null;
    // The day tells a birth date: it is for those who may know that.
    return person && (await load.groups.load(person)).has('PROFILE') ? childUntil(person.birthDate) : null;
  },
};
