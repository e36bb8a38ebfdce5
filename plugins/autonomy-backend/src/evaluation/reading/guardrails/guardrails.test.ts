import type { CompiledPolicy } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { mockCredentials } from '@backstage/backend-test-utils';
import { range } from 'lodash';
import type { ReadScopes } from '../ReadScopes';
import { AuthorizedGuardrailMatrixReader } from './AuthorizedGuardrailMatrixReader';
import type { GuardrailMatrixQueries } from './GuardrailMatrixQueries';
import { GuardrailTally, type AlikeEntities } from './GuardrailTally';

const credentials = mockCredentials.user();
const scope = { visible: [], isEverything: false };

const check = (id: string, rest: object = {}) => ({
  id,
  title: `Our ${id}`,
  ...rest,
});

/** The organisation's guardrails, and an overlay that tightens one of them and adds another. */
function createPolicy(): CompiledPolicy {
  const scorecards = [
    { role: 'levels', checks: [check('level')] },
    {
      role: 'guardrails',
      checks: [check('secrets', { mandatory: true }), check('backups')],
    },
  ];
  const overlaid = [
    {
      role: 'guardrails',
      checks: [check('secrets'), check('backups', { mandatory: true })],
    },
    { role: 'guardrails', checks: [check('audits', { mandatory: true })] },
  ];
  return {
    scorecards,
    overlays: ['domain:default/cards'],
    forDomains: () => ({ scorecards: overlaid }),
  } as unknown as CompiledPolicy;
}

function read(alike: readonly AlikeEntities[]) {
  const tally = new GuardrailTally();
  alike.forEach(each => tally.add(each));
  const reader = AuthorizedGuardrailMatrixReader.create({
    context: { titlesOf: async () => new Map() },
    policy: createPolicy(),
    queries: {
      read: async () => tally,
    } as Partial<GuardrailMatrixQueries> as GuardrailMatrixQueries,
    scopes: { of: async () => scope } as Partial<ReadScopes> as ReadScopes,
  });
  return reader.read({}, { credentials });
}

const entities = (
  count: number,
  ids: readonly string[],
  letters: string,
  domainRef?: string,
): AlikeEntities => ({
  domainRef,
  entities: count,
  guardrails: ids.map(id => ({ id, title: `Title of ${id}` })),
  letters,
});

describe('counts by guardrail', () => {
  it('are in the order of the policy, with what an earlier one had at the end', async () => {
    const { guardrails } = await read([
      entities(1, ['zoning', 'backups', 'audits'], 'obo'),
      entities(1, ['secrets', 'archive'], 'oo'),
    ]);
    expect(guardrails).toEqual([
      { id: 'secrets', title: 'Our secrets', mandatory: true },
      { id: 'backups', title: 'Our backups', mandatory: false },
      { id: 'audits', title: 'Our audits', mandatory: true },
      { id: 'archive', title: 'Title of archive', mandatory: false },
      { id: 'zoning', title: 'Title of zoning', mandatory: false },
    ]);
  });

  it('are of the entities to which the guardrail applies', async () => {
    const { groups } = await read([
      entities(3, ['secrets', 'backups'], 'ob', 'domain:default/a'),
      entities(2, ['backups', 'secrets'], 'br', 'domain:default/a'),
      entities(9, ['secrets'], 'o', 'domain:default/b'),
      entities(5, [], ''),
    ]);
    expect(groups).toEqual([
      { ref: 'domain:default/b', entities: 9, counts: [{ ok: 9 }, {}] },
      { entities: 5, counts: [{}, {}] },
      {
        ref: 'domain:default/a',
        entities: 5,
        counts: [{ ok: 3, 'at-risk': 2 }, { breached: 5 }],
      },
    ]);
  });

  it('are told of the 200 largest domains', async () => {
    const { groups, totalGroups } = await read(
      range(250).map(n => entities(n + 1, [], '', `domain:default/d${n}`)),
    );
    expect(totalGroups).toBe(250);
    expect(groups.map(group => group.entities)).toEqual(range(250, 50));
  });

  it('stay small even where every guardrail is everything', async () => {
    const ids = range(30).map(n => `guardrail-with-a-name-${n}`);
    const answer = await read(
      range(100).flatMap(n =>
        [...'oerbu'].map(letter =>
          entities(20, ids, letter.repeat(30), `domain:default/domain-${n}`),
        ),
      ),
    );
    expect(answer.groups).toHaveLength(100);
    expect(JSON.stringify(answer).length).toBeLessThan(200_000);
  });
});
