import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { entity, organisation, setUpEvaluation } from '../../../__testUtils__';
import { DefaultPolicyRegistry } from '../../registry';
import { BuiltInPolicySource, type PolicySource } from '../../sources';
import {
  DatabaseDraftReader,
  DatabaseSimulationsStore,
  SimulationDesk,
  SIMULATIONS_TABLE,
} from '../jobs';
import { MOVES_TABLE } from '../moveRows';
import { SimulationWorker } from '../worker';

const DAY = 86_400_000;

/** A guardrail that half of the services would breach, and one that nobody knows anything of. */
export const DRAFT = `apiVersion: aligned-autonomy/v1
kind: Scorecard
metadata: { name: extra, title: More guardrails }
spec:
  role: guardrails
  filter: { spec.type: service }
  checks:
    - id: service-fine
      title: The service is fine
      areas: [tooling, feature-development]
      effect: stop
      expression: service.fine
    - id: java-only
      title: Written in Java
      areas: [tooling]
      effect: inform
      when: "'java' in catalog.tags"
      expression: "'java' in catalog.tags"
`;

/** A text that is published here, and may change. */
export class PublishedText implements PolicySource {
  yaml = '';

  async read() {
    return this.yaml
      ? [
          {
            origin: { type: 'here' as const, version: 1 },
            place: 'version 1',
            yaml: this.yaml,
          },
        ]
      : [];
  }

  async revision() {
    return this.yaml;
  }
}

/** Two teams with so many evaluated services, every other one of which is fine. */
export async function setUpSimulations(
  knex: Knex,
  { services = 7 }: { services?: number } = {},
) {
  const t = await setUpEvaluation(knex);
  const names = Array.from({ length: services }, (_, n) => `service-${n}`);
  t.catalog.entities = [
    ...organisation(),
    ...names.map((name, n) =>
      entity(name, {
        owner: n % 3 ? 'team-a' : 'team-b',
        system: n % 2 ? 'billing' : 'publishing',
        tags: n % 4 ? [] : ['java'],
      }),
    ),
  ];
  await t.runner.run();
  const refs = await t.index.listScope();
  const { time } = t.clock;
  const said = { collectedAt: time, ttl: 30 * DAY };
  await t.stores.facts.put(
    refs.sort().flatMap((entityRef, n) => [
      {
        ...said,
        entityRef,
        collector: 'service',
        values: { fine: n % 2 === 0 },
      },
      // They are measured well enough to decide something.
      { ...said, entityRef, collector: 'oncall', values: { rotation: true } },
      {
        ...said,
        entityRef,
        collector: 'slo',
        values: { measuredAt: new Date(time).toISOString() },
      },
    ]),
    time,
  );
  await t.stores.coverage.put(
    refs.map(entityRef => ({
      source: 'pager',
      entityRef,
      from: time - DAY,
      lastHeardAt: time,
    })),
    time,
  );
  await t.evaluateAll();

  const published = new PublishedText();
  const createPolicies = () =>
    DefaultPolicyRegistry.create(
      {
        logger: mockServices.logger.mock(),
        sources: [BuiltInPolicySource.create(), published],
      },
      t.clock.time,
    );
  const policies = await createPolicies();
  const store = DatabaseSimulationsStore.create({ knex });
  const desk = SimulationDesk.create({
    clock: t.clock,
    drafts: DatabaseDraftReader.create({ knex }),
    policies,
    store,
    wake: () => {},
  });
  /** A process of its own. */
  const createWorker = (chunk = 3, registry = policies) =>
    SimulationWorker.create({
      ...t,
      chunk,
      knex,
      policies: registry,
      readersOn: t.storesOn,
    });
  return {
    ...t,
    createPolicies,
    createWorker,
    desk,
    policies,
    published,
    refs,
    simulations: store,
    start: (yaml = DRAFT, by = 'user:default/ann') => desk.start({ yaml }, by),
    async workOff(worker = createWorker()) {
      while ((await worker.work()) > 0);
    },
    row: (id: string) => knex(SIMULATIONS_TABLE).where('id', id).first(),
    moves: (id: string) =>
      knex(MOVES_TABLE)
        .where('simulation_id', id)
        .orderBy('entity_ref')
        .select(
          'entity_ref',
          'at_once',
          'settled',
          'at_once_kinds',
          'settled_kinds',
        ),
  };
}
