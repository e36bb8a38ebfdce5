import type {
  AutonomyLevel,
  CheckState,
  EntityGuardrailStatus,
  GuardrailStatus,
  ReadinessBand,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { EntityRecord } from '@aligned-autonomy/backstage-plugin-autonomy-node';
import type { Knex } from 'knex';
import { searchRows } from '../../../entities';
import { GUARDRAIL_LETTERS, STATE_LETTERS, type Shape } from '../../results';

/** What a row of the list comes from. */
export interface Resident {
  record: EntityRecord & { title?: string; systemRef?: string };
  type: string;
  domainChain: string[];
  inScope: boolean;
  level: AutonomyLevel;
  guardrailStatus: EntityGuardrailStatus;
  readiness?: number;
  readinessBand?: ReadinessBand;
  accountability: number;
  surplus?: number;
  deficit?: number;
  isStale: boolean;
  atRiskSince?: number;
  proposedLevel?: AutonomyLevel;
  /** Undefined: a result of an earlier version. */
  shape?: string;
  states: CheckState[];
  statuses: GuardrailStatus[];
}

/** In the second one everything has another place. */
export const SHAPES: Record<string, Shape> = {
  first: {
    areas: ['deployment', 'security'],
    readiness: ['logs', 'traces', 'owner'].map(check),
    guardrails: ['reviewers', 'backups'].map(check),
  },
  second: {
    areas: ['security'],
    readiness: ['owner', 'logs'].map(check),
    guardrails: ['secrets', 'reviewers'].map(check),
  },
};

const RANKS: Record<EntityGuardrailStatus, number> = {
  none: 0,
  ok: 1,
  exempt: 2,
  'at-risk': 3,
  unknown: 4,
  breached: 4,
};
const STATES = Object.keys(STATE_LETTERS) as CheckState[];
const STATUSES = Object.keys(GUARDRAIL_LETTERS) as GuardrailStatus[];
const BANDS: ReadinessBand[] = ['ready', 'minor-gaps', 'focus', 'not-ready'];

function check(id: string) {
  return { id, title: `Title of ${id}`, section: 'Team' };
}

/** Entities in which everything occurs together with everything; the same each time. */
export function createResidents(count: number): Resident[] {
  let seed = 1;
  const pick = <T>(values: readonly T[]): T => {
    seed = (seed * 48_271) % 2_147_483_647;
    return values[seed % values.length];
  };
  const some = <T>(values: readonly T[]) => pick([undefined, ...values]);
  return Array.from({ length: count }, (_, index): Resident => {
    const name = `e${String(index).padStart(3, '0')}`;
    const owner = some([
      'group:default/a',
      'group:default/b',
      'group:default/c',
    ]);
    const domainChain = pick([
      [],
      ['domain:default/pay'],
      ['domain:default/cards_', 'domain:default/pay'],
      ['domain:default/cardsx'],
    ]);
    const type = pick(['service', 'website']);
    const shape = some(['first', 'first', 'second', 'second']);
    const { guardrails = [], readiness = [] } = SHAPES[shape ?? ''] ?? {};
    const score = some([0, 12.5, 33.333333333333336, 50, 100]);
    return {
      record: {
        entityRef: `component:default/${name}`,
        kind: 'Component',
        namespace: 'default',
        name,
        title: some(['Same', 'same', 'Ünlike', '=1+1']),
        ownerRefs: owner ? [owner] : [],
        systemRef: some(['system:default/x', 'system:default/y']),
        metadata: {
          name,
          labels: { visibility: pick(['open', 'restricted']) },
        },
        spec: { type },
        domainRef: domainChain[0],
        tier: pick([1, 2, 3, 4]),
      },
      type,
      domainChain,
      inScope: index % 9 !== 0,
      level: pick([1, 2, 3, 4]),
      guardrailStatus: pick(Object.keys(RANKS) as EntityGuardrailStatus[]),
      readiness: score,
      readinessBand: score === undefined ? undefined : pick(BANDS),
      accountability: pick([0, 0.1, 1 / 3, 1]),
      surplus: some([0, 0.3, 7]),
      deficit: some([0.1, 2]),
      isStale: pick([true, false]),
      atRiskSince: some([1_780_000_000_000]),
      proposedLevel: some([3]),
      shape,
      states: readiness.map(() => pick(STATES)),
      statuses: guardrails.map(() => pick(STATUSES)),
    };
  });
}

/** Writes them as the index and the evaluations have them. */
export async function moveIn(knex: Knex, residents: readonly Resident[]) {
  await knex('evaluation_shapes').insert(
    Object.entries(SHAPES).map(([id, shape]) => ({
      id,
      shape: JSON.stringify(shape),
    })),
  );
  for (const resident of residents) {
    const { record } = resident;
    await knex('entities').insert(toEntity(resident));
    await knex('evaluations').insert(toEvaluation(resident));
    await knex('entity_context').insert({
      entity_ref: record.entityRef,
      domain_ref: record.domainRef ?? null,
      domain_chain: JSON.stringify(resident.domainChain),
      tier: record.tier,
      dependents: 0,
      dependent_domains: 0,
      catalog_facts: '{}',
      confirmed_at: 0,
    });
    await knex('entity_search').insert(
      searchRows(record).map(({ key, value = null }) => ({
        entity_ref: record.entityRef,
        key,
        value,
      })),
    );
  }
}

function toEntity({ inScope, record, type }: Resident) {
  const shown = (record.title ?? record.name).toLocaleLowerCase('en-US');
  return {
    entity_ref: record.entityRef,
    etag: '',
    indexed_as: '',
    kind: record.kind,
    namespace: record.namespace,
    name: record.name,
    title: record.title ?? null,
    type,
    owner_ref: record.ownerRefs[0] ?? null,
    system_ref: record.systemRef ?? null,
    definition_length: 0,
    in_scope: inScope,
    sort_name: shown,
    search_text: `${record.name}\n${shown}`,
    metadata: '{}',
    spec: '{}',
    first_seen_at: 0,
  };
}

function toEvaluation(resident: Resident) {
  const { shape } = resident;
  return {
    entity_ref: resident.record.entityRef,
    evaluated_at: 1,
    policy_version: '1',
    level: resident.level,
    level_title: `Level ${resident.level}`,
    guardrail_status: resident.guardrailStatus,
    guardrail_rank: RANKS[resident.guardrailStatus],
    guardrails_breached: 0,
    readiness: resident.readiness ?? null,
    readiness_band: resident.readinessBand ?? null,
    readiness_gaps: 0,
    accountability: resident.accountability,
    surplus: resident.surplus ?? null,
    deficit: resident.deficit ?? null,
    stale: resident.isStale,
    at_risk_since: resident.atRiskSince ?? null,
    proposed_level: resident.proposedLevel ?? null,
    shape_id: shape ?? null,
    rights: shape ? '5'.repeat(SHAPES[shape].areas.length) : null,
    readiness_states: shape
      ? resident.states.map(state => STATE_LETTERS[state]).join('')
      : null,
    guardrail_states: shape
      ? resident.statuses.map(status => GUARDRAIL_LETTERS[status]).join('')
      : null,
    body: '{}',
    body_hash: '',
  };
}
