import type { Incident } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { InputError } from '@backstage/errors';
import type { CatalogVisibility } from '../../evaluation/reading';
import type { IncidentsStore } from '../../incidents';
import type { AsUser } from '../AsUser';
import type { EntityChecks } from './EntityChecks';
import type { PlanTerms } from './types';

/**
 * @internal
 */
export interface PlanSubjectsOptions {
  catalog: CatalogVisibility;
  checks: EntityChecks;
  stores: { incidents: Pick<IncidentsStore, 'readFor'> };
}

/** How plans name incidents. @internal */
export function incidentRef({
  id,
  source,
}: Pick<Incident, 'id' | 'source'>): string {
  return `${source}/${id}`;
}

/**
 * Whether what a draft names is there.
 *
 * @internal
 */
export class PlanSubjects {
  readonly #options: PlanSubjectsOptions;

  static create(options: PlanSubjectsOptions): PlanSubjects {
    return new PlanSubjects(options);
  }

  private constructor(options: PlanSubjectsOptions) {
    this.#options = options;
  }

  /** @throws InputError that names what is not there */
  async assertThere(
    entityRef: string,
    terms: PlanTerms,
    { credentials }: AsUser,
  ): Promise<void> {
    const { supportedBy } = terms;
    await this.#assertCriteria(entityRef, terms);
    await this.#assertIncidents(entityRef, terms);
    if (supportedBy !== undefined) {
      const { catalog } = this.#options;
      const shown = await catalog.readable([supportedBy], credentials);
      refuseUnless(
        shown.has(supportedBy),
        'supportedBy',
        'a group of the catalog',
        supportedBy,
      );
    }
  }

  async #assertCriteria(
    entityRef: string,
    { criteria }: PlanTerms,
  ): Promise<void> {
    const all = await this.#options.checks.of([entityRef]);
    const checks = all.get(entityRef);
    criteria.forEach((id, position) => {
      const { state = 'not-applicable' } = checks?.get(id) ?? {};
      refuseUnless(
        state !== 'not-applicable',
        `criteria[${position}]`,
        `the id of a check that ${entityRef} has`,
        id,
      );
    });
  }

  async #assertIncidents(
    entityRef: string,
    { incidents }: PlanTerms,
  ): Promise<void> {
    if (incidents.length === 0) {
      return;
    }
    const { incidents: store } = this.#options.stores;
    const all = await store.readFor([entityRef]);
    const known = new Set((all.get(entityRef) ?? []).map(incidentRef));
    incidents.forEach((ref, position) =>
      refuseUnless(
        known.has(ref),
        `incidents[${position}]`,
        `an incident of ${entityRef} as source/id`,
        ref,
      ),
    );
  }
}

function refuseUnless(
  isThere: boolean,
  field: string,
  expected: string,
  found: string,
): void {
  if (!isThere) {
    throw new InputError(
      `Invalid ${field}: expected ${expected}, found ${JSON.stringify(
        found.slice(0, 60),
      )}`,
    );
  }
}
