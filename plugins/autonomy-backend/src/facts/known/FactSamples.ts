import type { Knex } from 'knex';
import { inChunks } from '../../database';
import { FactSightings } from './FactSightings';

/** Entities that are looked at, spread evenly over all. */
const MOST_ENTITIES = 500;
const MOST_DOCUMENTS = 5_000;
/** Of JSON; most documents have some hundred. */
const MOST_CHARACTERS = 8_000_000;
const ENTITIES_AT_ONCE = 50;
/** A prime: what repeats among the names of entities does not repeat among those that are picked. */
const STRIDE = 7_919;

/**
 * What some of the entities say about all.
 *
 * @internal
 */
export interface FactSample {
  sightings: FactSightings;
  /** How many entities there are for each that was looked at; 1 where all were. */
  scale: number;
}

/**
 * Looks at facts of entities in scope: as many as it takes to know what there is, however many there are.
 *
 * @internal
 */
export class FactSamples {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): FactSamples {
    return new FactSamples(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async take(): Promise<FactSample> {
    const row = await this.#knex('entities')
      .whereRaw('entities.in_scope')
      .count('* as total')
      .first();
    const total = Number(row?.total ?? 0);
    const refs = await this.#pick(total);
    const sightings = new FactSightings();
    let documents = 0;
    let characters = 0;
    let looked = 0;
    for (const chunk of inChunks(refs, ENTITIES_AT_ONCE)) {
      const rows: any[] = await this.#knex('facts')
        .whereIn('entity_ref', chunk)
        .orderBy(['entity_ref', 'collector'])
        .select('collector', 'document');
      for (const { collector, document } of rows) {
        sightings.add(collector, JSON.parse(document), 1);
        characters += document.length;
      }
      documents += rows.length;
      looked += chunk.length;
      if (documents >= MOST_DOCUMENTS || characters >= MOST_CHARACTERS) {
        break;
      }
    }
    return { sightings, scale: looked > 0 ? total / looked : 1 };
  }

  #pick(total: number): Promise<string[]> {
    const numbered = this.#knex('entities')
      .whereRaw('entities.in_scope')
      .select(
        'entity_ref',
        this.#knex.raw('row_number() over (order by entity_ref) as place'),
      )
      .as('numbered');
    return this.#knex
      .from(numbered)
      .whereRaw(`(place * ${STRIDE}) % ? < ?`, [
        Math.max(1, total),
        MOST_ENTITIES,
      ])
      .orderBy('entity_ref')
      .pluck('entity_ref');
  }
}
