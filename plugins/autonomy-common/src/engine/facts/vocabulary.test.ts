import type { JsonObject, JsonValue } from '@backstage/types';
import { defaultPolicy } from '../../__fixtures__/defaults';
import { incident, NOW, scenarioInput } from '../../__fixtures__/scenario';
import { Horizon } from '../time';
import { auditFacts } from './audits';
import { catalogFacts } from './catalog';
import { deploymentFacts } from './deployments';
import { findSchemaMistake } from './findSchemaMistake';
import { incidentFacts } from './incidents';
import { BUILT_IN_FACTS } from './vocabulary';

const { policy } = defaultPolicy();
const input = scenarioInput();
const WATCHED = { covered: true, heard: true };

function typeOf(value: JsonValue | undefined): string {
  if (Array.isArray(value)) return 'texts';
  return typeof value === 'string' ? 'text' : typeof value;
}

/** Types by path, as a vocabulary has them. */
function typesIn(values: JsonObject, prefix = ''): Record<string, string> {
  const types: Record<string, string> = {};
  for (const [key, value] of Object.entries(values)) {
    if (typeOf(value) === 'object') {
      Object.assign(types, typesIn(value as JsonObject, `${prefix}${key}.`));
    } else {
      types[prefix + key] = typeOf(value);
    }
  }
  return types;
}

describe('BUILT_IN_FACTS', () => {
  it('are what is known of an entity in the catalog', () => {
    const { tools: _tools, ...facts } = catalogFacts({
      entity: input.entity,
      ownerExists: true,
      apis: { provided: 1, documented: 1, consumed: 1 },
      dependencies: { total: 1 },
      dependents: { total: 1, crossTeam: 1, crossTeamUndocumented: 0 },
      tools: policy.catalog.tools,
    });
    expect(typesIn(facts)).toEqual(BUILT_IN_FACTS.catalog);
  });

  it('are what incidents tell', () => {
    const facts = incidentFacts(
      {
        entityRef: input.entity.entityRef,
        incidents: [incident({ severity: 'low', startedDaysAgo: 1 })],
        deployments: [],
        watch: WATCHED,
      },
      policy,
      new Horizon(NOW),
    );
    expect(typesIn(facts)).toEqual(BUILT_IN_FACTS.incidents);
  });

  it('are what audits tell', () => {
    const { audits = [] } = scenarioInput({
      audits: [{ heldDaysAgo: 1, agreed: {} }],
    });
    const facts = auditFacts(audits, new Horizon(NOW));
    expect(Object.keys(facts)).toEqual(Object.keys(BUILT_IN_FACTS.audits));
    expect(findSchemaMistake(BUILT_IN_FACTS.audits, facts)).toBeUndefined();
  });

  it('are what deployments tell', () => {
    const [deployment] = input.deployments;
    const facts = deploymentFacts(
      {
        entityRef: input.entity.entityRef,
        incidents: [incident({ severity: 'low', startedDaysAgo: 1 })],
        deployments: [
          { ...deployment, finishedAt: NOW - 1, committedAt: NOW - 2 },
        ],
        watch: WATCHED,
      },
      { base: new Map(), tightened: new Map() },
      policy,
      new Horizon(NOW),
    );
    expect(typesIn(facts)).toEqual(BUILT_IN_FACTS.deployments);
  });
});
