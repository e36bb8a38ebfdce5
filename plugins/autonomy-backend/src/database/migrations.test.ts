import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { applyMigrations } from './applyMigrations';

const directory = resolvePackagePath(
  '@aligned-autonomy/backstage-plugin-autonomy-backend',
  'migrations',
);
const databases = TestDatabases.create();
jest.setTimeout(60_000);

async function columns(knex: Knex): Promise<Record<string, string[]>> {
  const tables: Record<string, string[]> = {};
  for (const table of [
    'entities',
    'entity_relations',
    'entity_search',
    'entity_context',
    'index_state',
    'facts',
    'fact_history',
    'collector_runs',
    'incidents',
    'incident_proposals',
    'attestations',
    'deployments',
    'coverage',
    'evaluations',
    'evaluation_mismatches',
    'trust_audits',
    'trust_audit_ratings',
    'exemptions',
    'exemption_requests',
    'grants',
    'objectives',
    'plans',
    'policy_versions',
    'policy_drafts',
    'policy_fetches',
    'published_checks',
    'simulations',
    'simulation_moves',
    'departed_entities',
    'placements',
    'job_runs',
  ]) {
    tables[table] = Object.keys(await knex(table).columnInfo()).sort();
  }
  return tables;
}

describe.each(databases.eachSupportedId())('migrations on %s', databaseId => {
  it('go up, down and up again, with data in place', async () => {
    const knex = await databases.init(databaseId);
    await knex.migrate.latest({ directory });
    const before = await columns(knex);
    expect(Object.values(before).every(list => list.length > 0)).toBe(true);

    await knex('facts').insert({
      entity_ref: 'component:default/a',
      collector: 'slo',
      document: '{}',
      collected_at: Date.now(),
      ttl: 86_400_000,
      recorded_at: Date.now(),
      content_hash: 'x',
    });
    const steps = (await knex.migrate.list({ directory }))[0].length;
    for (let step = 0; step < steps; step++) {
      await knex.migrate.down({ directory });
    }
    expect(await knex.schema.hasTable('facts')).toBe(false);
    expect(await knex.schema.hasTable('entities')).toBe(false);

    await knex.migrate.latest({ directory });
    expect(await columns(knex)).toEqual(before);
    expect(await knex('index_state')).toHaveLength(1);
    await knex.destroy();
  });

  it('give incidents from before the instant of their state', async () => {
    const knex = await databases.init(databaseId);
    await knex.migrate.up({
      directory,
      name: '20261121080000_entity_index.js',
    });
    await knex.migrate.up({ directory, name: '20261121081000_evidence.js' });
    await knex.migrate.up({ directory, name: '20261121082000_evaluations.js' });
    await knex.migrate.up({ directory, name: '20261121083000_history.js' });
    const incident = {
      source: 'pager',
      entity_ref: 'component:default/a',
      title: 'Down',
      severity: 'low',
      areas: '[]',
      started_at: 1,
      irreversible: false,
      recorded_at: 2,
      content_hash: 'x',
    };
    await knex('incidents').insert([
      { ...incident, incident_id: '1' },
      { ...incident, incident_id: '2', updated_at: 3 },
    ]);
    await knex.migrate.up({
      directory,
      name: '20261121090000_incident_record.js',
    });
    const rows = await knex('incidents').orderBy('incident_id');
    expect(rows.map(row => [Number(row.occurred_at), row.class])).toEqual([
      [2, 'none'],
      [3, 'none'],
    ]);
    await knex.migrate.down({ directory });
    expect(await knex('incidents')).toHaveLength(2);
    await knex.destroy();
  });

  it('let several replicas start at once', async () => {
    const knex = await databases.init(databaseId);
    const database = mockServices.database.mock();
    // SQLite is one process's own file
    const replicas = databaseId === 'SQLITE_3' ? 1 : 4;
    await Promise.all(
      Array.from({ length: replicas }, () => applyMigrations(database, knex)),
    );
    expect(await knex('index_state')).toHaveLength(1);
    await knex.destroy();
  });

  it('are skipped where the installation says so', async () => {
    const knex = await databases.init(databaseId);
    const database = mockServices.database.mock({ migrations: { skip: true } });
    await applyMigrations(database, knex);
    expect(await knex.schema.hasTable('entities')).toBe(false);
    await knex.destroy();
  });
});
