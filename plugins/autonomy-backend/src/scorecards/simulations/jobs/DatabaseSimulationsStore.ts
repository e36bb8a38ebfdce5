import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import { isPostgres } from '../../../database';
import { countInScope } from './countInScope';
import {
  OPEN_STATES,
  SIMULATIONS_TABLE as TABLE,
  unbegun,
  type SimulationRow,
} from './simulationRows';
import type { NewSimulationRow, SimulationsStore } from './SimulationsStore';

const MOST_OF_ONE = 3;
const MOST_OF_ALL = 10;
const LOCK_NAME = 'autonomy.simulations';

/**
 * @internal
 */
export class DatabaseSimulationsStore implements SimulationsStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): SimulationsStore {
    return new DatabaseSimulationsStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  add(simulation: NewSimulationRow): Promise<SimulationRow> {
    const { createdBy, draft } = simulation;
    return this.#knex.transaction(async trx => {
      await lock(trx);
      await assertRoom(trx, createdBy);
      const [row] = await trx<SimulationRow>(TABLE)
        .insert({
          ...unbegun(),
          id: simulation.id,
          state: 'queued',
          yaml: simulation.yaml,
          draft_id: draft?.id ?? null,
          draft_revision: draft?.revision ?? null,
          created_by: createdBy,
          created_at: simulation.createdAt,
          as_of: simulation.createdAt,
          compared_with: simulation.comparedWith,
          changes: JSON.stringify(simulation.changes),
          total: await countInScope(trx),
          due_at: simulation.createdAt,
        })
        .returning('*');
      return row;
    });
  }

  async get(id: string): Promise<SimulationRow | undefined> {
    return this.#knex<SimulationRow>(TABLE)
      .where({ id, expired: false })
      .first();
  }

  async list(options: {
    draftId?: string;
    limit: number;
  }): Promise<SimulationRow[]> {
    const { draftId, limit } = options;
    const query = this.#knex<SimulationRow>(TABLE)
      .where('expired', false)
      .orderBy([
        { column: 'created_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit);
    if (draftId !== undefined) {
      query.where('draft_id', draftId);
    }
    return query;
  }

  async cancel(id: string, now: number): Promise<SimulationRow> {
    const [row] = await this.#knex<SimulationRow>(TABLE)
      .where('id', id)
      .whereIn('state', [...OPEN_STATES])
      .update({
        state: 'cancelled',
        finished_at: now,
        due_at: null,
        ticket: null,
      })
      .returning('*');
    if (!row) {
      throw new ConflictError(
        `Simulation ${id} is over already: expected one that is queued or running`,
      );
    }
    return row;
  }
}

/** Two that are added at once must not both be the last that there is room for. */
async function lock(trx: Knex.Transaction): Promise<void> {
  if (isPostgres(trx)) {
    await trx.raw('select pg_advisory_xact_lock(hashtext(?))', [LOCK_NAME]);
  }
}

async function assertRoom(
  trx: Knex.Transaction,
  createdBy: string,
): Promise<void> {
  const open = await trx<SimulationRow>(TABLE)
    .whereIn('state', [...OPEN_STATES])
    .select('created_by');
  const own = open.filter(row => row.created_by === createdBy).length;
  const advice = 'wait until one is done, or cancel one';
  if (own >= MOST_OF_ONE) {
    throw new ConflictError(
      `You have ${own} simulations that are not over, expected fewer than ${MOST_OF_ONE}: ${advice}`,
    );
  }
  if (open.length >= MOST_OF_ALL) {
    throw new ConflictError(
      `There are ${open.length} simulations that are not over, expected fewer than ${MOST_OF_ALL}: ${advice}`,
    );
  }
}
