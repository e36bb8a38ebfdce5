/*
 * A day of hourly reports, with a clock of its own; started with the transform that lets Node run the sources.
 * Every hour each source says of each component what it said before, but of some of them something else; then all
 * that is due is evaluated.
 * usage: node hoursProcess.mjs <connection string> <policy file> <components> <thousandths> <start, UTC ms>
 * Prints `{ until, reported, changed, evaluated }`.
 */
import { createHeart } from '../../tests/resilience/lib/heart.mjs';
import { componentRef } from './organisation.mjs';
import { COLLECTORS, factsOf } from './policy.mjs';

const HOURS = 24;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** The catalog's own facts are confirmed that often. */
const CONFIRM_EVERY = 6;
const BATCH = 500;
const VARIANTS = 10;

const [, , connection, policyFile, ...numbers] = process.argv;
const [components, thousandths, start] = numbers.map(Number);
const clock = { time: start, now: async () => clock.time };
const { evaluation, knex, marks, stores } = await createHeart({
  clock,
  connection,
  policyFiles: [policyFile],
});
const tally = { reported: 0, changed: 0, evaluated: 0 };
const variants = await readVariants();
await evaluation.policyInForce.takeOver(clock.time);
for (let hour = 1; hour <= HOURS; hour++) {
  clock.time = start + hour * HOUR;
  if (hour % CONFIRM_EVERY === 1) {
    await knex('entity_context').update({ confirmed_at: clock.time });
  }
  await report(hour);
  for (let taken; (taken = await evaluation.worker.work()) > 0; ) {
    tally.evaluated += taken;
  }
}
process.stdout.write(JSON.stringify({ until: clock.time, ...tally }));
await knex.destroy();

/** By component, which variant of its facts was told last. */
async function readVariants() {
  const rows = await knex('facts')
    .join('benchmark_facts as b', join =>
      join
        .on('b.collector', 'facts.collector')
        .on('b.content_hash', 'facts.content_hash'),
    )
    .select('facts.entity_ref', 'facts.collector', 'b.variant');
  return new Map(
    rows.map(row => [`${row.entity_ref} ${row.collector}`, row.variant]),
  );
}

async function report(hour) {
  for (let from = 0; from < components; from += BATCH) {
    const items = [];
    for (let n = from; n < Math.min(from + BATCH, components); n++) {
      const entityRef = componentRef(n);
      // Another share of the components each hour.
      const changes = (n * 7919 + hour * 104_729) % 1_000 < thousandths;
      if (changes) tally.changed += 1;
      for (const collector of COLLECTORS) {
        const key = `${entityRef} ${collector}`;
        const variant =
          (variants.get(key) + Number(changes && collector === COLLECTORS[0])) %
          VARIANTS;
        variants.set(key, variant);
        items.push({
          entityRef,
          collector,
          values: factsOf(collector, variant),
          collectedAt: clock.time,
          ttl: 2 * DAY,
        });
      }
    }
    tally.reported += items.length;
    await stores.facts.put(items, clock.time, (trx, { touched }) =>
      marks.mark(trx, touched, clock.time),
    );
  }
}
