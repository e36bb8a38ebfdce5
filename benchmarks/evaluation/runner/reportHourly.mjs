import { contrary } from '../data/changeFacts.mjs';

const HOURS = 24;
const HOUR = 3_600_000;
/** The facts of the catalog are confirmed that often, in hours. */
const CONFIRM_EVERY = 6;
const BATCH = 500;
const TTL = 48 * HOUR;
/** So that each hour another part of the components changes. */
const [OF_COMPONENTS, OF_HOURS] = [7_919, 104_729];

/**
 * A day of hourly reports, with a clock of its own. Every hour each source says of each component what it said
 * before, but of some of them something else; then all that is due is evaluated.
 *
 * @param options - `clock`, which is set; `thousandths` of the components that change in an hour
 * @returns how many documents were `reported`, how many of them `changed`, how many components were `evaluated`
 */
export async function reportHourly(heart, options) {
  const { clock, from, thousandths } = options;
  const { evaluation, knex, marks, stores } = heart;
  const tally = { reported: 0, changed: 0, evaluated: 0 };
  const latest = await readLatest(knex);
  const refs = [...latest.keys()].sort();
  evaluation.worker.open();

  async function report(hour) {
    for (let first = 0; first < refs.length; first += BATCH) {
      const items = refs
        .slice(first, first + BATCH)
        .flatMap((ref, i) => documentsOf(ref, first + i, hour));
      tally.reported += items.length;
      await stores.facts.put(items, clock.time, (trx, { touched }) =>
        marks.mark(trx, touched, clock.time),
      );
    }
  }

  function documentsOf(entityRef, n, hour) {
    const isChange =
      (n * OF_COMPONENTS + hour * OF_HOURS) % 1_000 < thousandths;
    return [...latest.get(entityRef)].map(([collector, values]) => {
      const isOther = isChange && collector === 'observability';
      const now = isOther ? contrary(values) : values;
      latest.get(entityRef).set(collector, now);
      tally.changed += Number(isOther);
      return {
        entityRef,
        collector,
        values: now,
        collectedAt: clock.time,
        ttl: TTL,
      };
    });
  }

  for (let hour = 1; hour <= HOURS; hour++) {
    clock.time = from + hour * HOUR;
    if (hour % CONFIRM_EVERY === 1) {
      await knex('entity_context').update({ confirmed_at: clock.time });
    }
    await report(hour);
    for (let taken; (taken = await evaluation.worker.work()) > 0; ) {
      tally.evaluated += taken;
    }
  }
  await knex.destroy();
  return { until: clock.time, ...tally };
}

/** By component, what each source said last. */
async function readLatest(knex) {
  const found = new Map();
  for (const row of await knex('facts')) {
    const documents = found.get(row.entity_ref) ?? new Map();
    found.set(row.entity_ref, documents);
    documents.set(row.collector, JSON.parse(row.document));
  }
  return found;
}
