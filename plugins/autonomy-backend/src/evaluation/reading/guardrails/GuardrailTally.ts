import type { GuardrailCounts } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { orderBy } from 'lodash';
import type { Shape } from '../../results';
import { statusOf } from '../shapes';

/**
 * Entities of one governance domain of which the same is true.
 *
 * @internal
 */
export interface AlikeEntities {
  /** Absent for those without one. */
  domainRef?: string;
  entities: number;
  /** What the letters are about. */
  guardrails: Shape['guardrails'];
  letters: string;
}

/**
 * @internal
 */
export interface TalliedGroup {
  ref?: string;
  entities: number;
  /** By guardrail; those that apply to none of the entities are left out. */
  counts: ReadonlyMap<string, GuardrailCounts>;
}

/**
 * Counts how entities stand with each guardrail, by governance domain.
 *
 * @internal
 */
export class GuardrailTally {
  readonly #groups = new Map<
    string | undefined,
    TalliedGroup & { counts: Map<string, GuardrailCounts> }
  >();
  readonly #titles = new Map<string, string>();

  add({ domainRef, entities, guardrails, letters }: AlikeEntities): void {
    const group = this.#groupOf(domainRef);
    group.entities += entities;
    guardrails.forEach(({ id, title }, position) => {
      const status = statusOf(letters[position] ?? '');
      const counts = group.counts.get(id) ?? {};
      counts[status] = (counts[status] ?? 0) + entities;
      group.counts.set(id, counts);
      this.#titles.set(id, title);
    });
  }

  get totalGroups(): number {
    return this.#groups.size;
  }

  /** Of the guardrails that apply to any of the entities, by id. */
  get titles(): ReadonlyMap<string, string> {
    return this.#titles;
  }

  /** The largest groups; equals in the order of their refs. */
  largest(limit: number): TalliedGroup[] {
    return orderBy(
      [...this.#groups.values()],
      [({ entities }) => entities, ({ ref }) => ref ?? ''],
      ['desc', 'asc'],
    ).slice(0, limit);
  }

  #groupOf(ref: string | undefined) {
    let group = this.#groups.get(ref);
    if (!group) {
      group = { ref, entities: 0, counts: new Map() };
      this.#groups.set(ref, group);
    }
    return group;
  }
}
