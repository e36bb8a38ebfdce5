import type { Knex } from 'knex';
import { sortBy } from 'lodash';
import type { UpsertOutcome } from '../database';
import type { IncidentConsequences } from './IncidentConsequences';
import type { IncidentReports, IncidentStatement } from './IncidentReports';
import { signatureOf } from './record/IncidentProposal';
import {
  concerned,
  keyText,
  type IncidentRecord,
} from './record/IncidentRecord';
import {
  insertNewIncidents,
  lockIncidents,
  writeIncidents,
} from './record/incidentsTable';
import { mergeStatement } from './record/mergeStatement';
import {
  addProposals,
  decideProposals,
  readProposals,
} from './record/proposalsTable';
import { sourceProposals, wishesOf } from './record/sourceProposals';

/** What a batch says of one incident. */
interface Told {
  key: string;
  /** Positions in the batch, in the order in which what they say was so. */
  positions: number[];
  first: IncidentStatement;
}

/**
 * The record of incidents in the database, right under several processes.
 *
 * @remarks
 *
 * New incidents are inserted with all that the batch says; what was there is locked, merged and written
 * where it differs. Both go in the order of the keys, so that batches that meet wait for each other. The
 * number of SQL statements does not depend on the size of a batch.
 *
 * @internal
 */
export class DatabaseIncidentReports implements IncidentReports {
  readonly #consequences: IncidentConsequences;
  readonly #defaultArea: () => string;

  /**
   * @param options - `defaultArea`: what an incident without areas touches
   */
  static create(options: {
    consequences: IncidentConsequences;
    defaultArea: () => string;
  }): IncidentReports {
    return new DatabaseIncidentReports(options);
  }

  private constructor(
    options: Parameters<typeof DatabaseIncidentReports.create>[0],
  ) {
    this.#consequences = options.consequences;
    this.#defaultArea = options.defaultArea;
  }

  async apply(
    trx: Knex.Transaction,
    statements: readonly IncidentStatement[],
    now: number,
  ): Promise<UpsertOutcome> {
    const known = await this.#consequences.of(
      statements.map(({ entityRef }) => entityRef),
      trx,
    );
    const defaultArea = this.#defaultArea();
    const told = byIncident(statements);
    const merge = ({ first, positions }: Told, before?: IncidentRecord) =>
      mergeAll(
        before,
        positions.map(position => statements[position]),
        { now, defaultArea, consequences: known.get(first.entityRef) },
      );

    const fresh = told.map(each => merge(each));
    const inserted = await insertNewIncidents(
      trx,
      fresh.map(({ record }) => record),
    );
    const existing = await lockIncidents(
      trx,
      told.flatMap(({ first, key }) => (inserted.has(key) ? [] : [first])),
    );
    const outcome: UpsertOutcome = {
      statuses: [],
      added: [],
      touched: new Set(),
    };
    const written: IncidentRecord[] = [];
    const reworded: IncidentRecord[] = [];
    told.forEach((each, index) => {
      const before = existing.get(each.key);
      const { news, record } = before ? merge(each, before) : fresh[index];
      each.positions.forEach((position, n) => {
        outcome.statuses[position] = news[n] ? 'stored' : 'unchanged';
        outcome.added[position] = !before && n === 0;
      });
      if (record !== before) {
        note(outcome.touched, before, record);
        if (!inserted.has(each.key)) {
          written.push(record);
        }
        if (before || wishesOf(record, defaultArea).length > 0) {
          reworded.push(record);
        }
      }
    });
    await writeIncidents(trx, written);
    await settleProposals(trx, reworded, { defaultArea, now });
    return outcome;
  }
}

/** In the order of the keys, whatever the database takes for it. */
function byIncident(statements: readonly IncidentStatement[]): Told[] {
  const told = new Map<string, number[]>();
  // What is told first of a new incident fixes its entity, and a batch need not be in order.
  const inOrder = sortBy(
    [...statements.keys()],
    position => statements[position].occurredAt,
  );
  for (const position of inOrder) {
    const key = keyText(statements[position]);
    told.set(key, [...(told.get(key) ?? []), position]);
  }
  return [...told]
    .map(([key, positions]) => ({
      key,
      positions,
      first: statements[positions[0]],
    }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

function mergeAll(
  before: IncidentRecord | undefined,
  statements: readonly IncidentStatement[],
  first: Parameters<typeof mergeStatement>[2],
): { record: IncidentRecord; news: boolean[] } {
  let record = before;
  const news = statements.map(statement => {
    const merged = mergeStatement(record, statement, first);
    record = merged.record;
    return merged.isNews;
  });
  return { record: record!, news };
}

/** Notes the entities whose results may change; what a source merely confirms changes none. */
function note(
  touched: Set<string>,
  before: IncidentRecord | undefined,
  { incident }: IncidentRecord,
): void {
  if (before?.incident === incident) {
    return;
  }
  for (const record of before ? [before.incident, incident] : [incident]) {
    concerned(record).forEach(ref => touched.add(ref));
  }
}

/** Makes the pending proposals of sources what they say now. */
async function settleProposals(
  trx: Knex.Transaction,
  records: readonly IncidentRecord[],
  { defaultArea, now }: { defaultArea: string; now: number },
): Promise<void> {
  const known = await readProposals(
    trx,
    records.map(({ incident }) => incident),
  );
  const withdrawn = new Map<string, string[]>();
  const added = records.flatMap(record => {
    const { id, source } = record.incident;
    const { propose, withdraw } = sourceProposals(
      record,
      known.get(keyText(record.incident)) ?? [],
      defaultArea,
    );
    const ids = withdrawn.get(source) ?? [];
    withdrawn.set(source, [...ids, ...withdraw.map(each => each.id)]);
    return propose.map(change => ({
      ...change,
      incident: { id, source },
      proposedBy: signatureOf(source),
      proposedAt: now,
    }));
  });
  await addProposals(trx, added);
  for (const [source, ids] of withdrawn) {
    await decideProposals(trx, ids, {
      decision: 'withdrawn',
      decidedBy: signatureOf(source),
      decidedAt: now,
    });
  }
}
