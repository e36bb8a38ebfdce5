import { DATABASE } from './backend.mjs';
import { SOURCE } from './pagerDuty.mjs';

const SHOWN = 3;

/**
 * Compares what is stored with what was sent.
 *
 * @param plan - of planIncidents
 * @param tally - of sendAll
 */
export async function checkStored({ checks, plan, postgres, tally }) {
  const rows = await postgres.query(
    DATABASE,
    'select id, done_at, quarantined_at from incident_inbox where source = $1',
    [SOURCE],
  );
  const stored = new Set(rows.map(({ id }) => id.slice(SOURCE.length + 1)));
  const acknowledged = [...tally.acknowledged.keys()];
  const missing = acknowledged.filter(id => !stored.has(id));
  const strange = [...stored].filter(id => !plan.ids.has(id));
  const unfinished = rows.filter(row => row.done_at === null);
  const quarantined = rows.filter(row => row.quarantined_at !== null);
  const incidents = await readIncidents(postgres);
  const wrong = findWrong(plan.expected, incidents);

  const { expect } = checks;
  expect(!missing.length, `${missing.length} acknowledged and not stored`);
  expect(!strange.length, `${strange.length} stored and never sent`);
  expect(
    stored.size === plan.ids.size && rows.length === stored.size,
    `${rows.length} deliveries stored, expected ${plan.ids.size}`,
  );
  expect(
    !tally.twiceNew,
    `${tally.twiceNew} were told twice that they are new`,
  );
  expect(!unfinished.length, `${unfinished.length} are not worked off`);
  expect(!quarantined.length, `${quarantined.length} were set aside`);
  expect(
    incidents.size === plan.expected.size,
    `${incidents.size} incidents, expected ${plan.expected.size}`,
  );
  expect(
    !wrong.length,
    `${wrong.length} incidents in another state, such as ${wrong
      .slice(0, SHOWN)
      .join('; ')}`,
  );
  return {
    acknowledged: acknowledged.length,
    stored: stored.size,
    missing: missing.length,
    twice: tally.twiceNew,
    incidents: incidents.size,
    staleIncidents: wrong.length,
    quarantined: quarantined.length,
  };
}

async function readIncidents(postgres) {
  const rows = await postgres.query(
    DATABASE,
    `select incident_id, entity_ref, title, occurred_at, resolved_at, reopened_at, severity
       from incidents where source = $1`,
    [SOURCE],
  );
  const instant = value => (value === null ? null : Number(value));
  return new Map(
    rows.map(row => [
      row.incident_id,
      {
        entityRef: row.entity_ref,
        title: row.title,
        occurredAt: instant(row.occurred_at),
        resolvedAt: instant(row.resolved_at),
        reopenedAt: instant(row.reopened_at),
        severity: row.severity,
      },
    ]),
  );
}

function findWrong(expected, found) {
  return [...expected].flatMap(([id, incident]) => {
    const wanted = JSON.stringify(incident);
    const stored = JSON.stringify(found.get(id));
    return stored === wanted ? [] : [`${id}: ${stored}, expected ${wanted}`];
  });
}
