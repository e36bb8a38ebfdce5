import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import {
  advance,
  type EntityGuardrailStatus,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  goldenCases,
  goldenSummary,
} from '@aligned-autonomy/backstage-plugin-autonomy-common/testUtils';
import type { Knex } from 'knex';
import { applyMigrations } from '../database';
import { Outbox } from '../announcements';
import { ResultsWriter } from './results';

const databases = TestDatabases.create();
jest.setTimeout(60_000);

/** The order of lists, written out; what cannot be told stands beside what is breached. */
const RANKS: Record<EntityGuardrailStatus, number> = {
  none: 0,
  ok: 1,
  exempt: 2,
  'at-risk': 3,
  breached: 4,
  unknown: 4,
};

describe.each(databases.eachSupportedId())('results on %s', databaseId => {
  let knex: Knex;
  beforeAll(async () => {
    knex = await databases.init(databaseId);
    await applyMigrations(mockServices.database.mock(), knex);
  });
  afterEach(() => knex('evaluations').delete());
  afterAll(() => knex.destroy());

  it.each(goldenCases())(
    'are sent as they were evaluated: $name',
    async golden => {
      const { input, policy, now, expected } = golden;
      const step = advance(input, policy, now);
      const { state, events, ...evaluation } = step;
      const outbox = Outbox.create({ knex });
      const writer = ResultsWriter.create({ outbox });
      const prepared = writer.prepare({ step, version: 1, madeWith: 'x' });
      await knex.transaction(trx => writer.write(trx, [prepared], now));

      const { body: json, ...row } = await knex('evaluations').first();
      const body = JSON.parse(json);
      expect(body).toEqual(evaluation);
      expect(goldenSummary(body)).toMatchObject(expected);
      expect(JSON.parse(row.state)).toEqual(state);

      const { accountability, guardrails, level, readiness } = evaluation;
      expect(row).toMatchObject({
        entity_ref: evaluation.entity.entityRef,
        policy_version: policy.version,
        level: level.level,
        level_title: level.title,
        guardrail_status: guardrails.status,
        guardrail_rank: RANKS[guardrails.status],
        guardrails_breached: guardrails.guardrails.filter(
          ({ status }) => RANKS[status] === RANKS.breached,
        ).length,
        readiness: readiness.score ?? null,
        readiness_band: readiness.band ?? null,
        readiness_gaps: readiness.gaps,
        accountability: accountability.score,
      });
      // PostgreSQL gives large integers as text.
      expect(Number(row.evaluated_at)).toBe(now);
      expect(Number(row.next_change_at ?? Infinity)).toBe(
        evaluation.nextChangeAt ?? Infinity,
      );
    },
  );
});
