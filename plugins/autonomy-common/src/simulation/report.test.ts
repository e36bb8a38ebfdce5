import type { MoveCounts, SimulatedMove, Simulation } from '../api';
import { simulationReport } from './report';

const NONE: MoveCounts = {
  entities: 0,
  checks: 0,
  guardrailWorse: 0,
  guardrailBetter: 0,
  levelDown: 0,
  levelUp: 0,
  rightsLost: 0,
  rightsGained: 0,
};

const simulation: Simulation = {
  id: 's',
  state: 'done',
  createdBy: 'user:default/ann',
  createdAt: 0,
  finishedAt: 1,
  asOf: Date.parse('2026-06-01T00:00:00Z'),
  comparedWith: 'v1',
  isOutdated: false,
  changes: [
    {
      subject: 'check',
      change: 'changed',
      role: 'guardrails',
      id: 'secrets-rotated',
      field: 'effect',
      from: 'narrow',
      to: 'stop',
      effect: 'tightens',
    },
  ],
  progress: { done: 64, total: 64 },
  atOnce: { ...NONE, entities: 2 },
  settled: { ...NONE, entities: 3, rightsLost: 2 },
};

function loser(name: string, overrides: Partial<SimulatedMove> = {}) {
  return {
    entityRef: `component:default/${name}`,
    ownerRef: 'group:default/team-a',
    settled: {
      checks: [],
      guardrails: [],
      rights: [
        { area: 'deployment', from: 5 as const, to: 1 as const },
        { area: 'design', from: 2 as const, to: 3 as const },
      ],
    },
    ...overrides,
  };
}

function reportOf(
  overrides: Partial<Parameters<typeof simulationReport>[0]> = {},
) {
  return simulationReport({
    simulation,
    when: 'settled',
    losers: [],
    domains: [],
    owners: [],
    ...overrides,
  });
}

describe('the report of a simulation', () => {
  it('says who loses what, what differs, and how many where', () => {
    const text = reportOf({
      losers: [loser('ledger'), loser('orphan', { ownerRef: undefined })],
      losersInAll: 2,
      domains: [
        {
          ref: 'domain:default/payments',
          title: 'Payments',
          atOnce: NONE,
          settled: { ...NONE, entities: 3, rightsLost: 2 },
        },
        { ref: 'domain:default/x', atOnce: NONE, settled: NONE },
      ],
      owners: [{ atOnce: NONE, settled: { ...NONE, entities: 1 } }],
    });
    expect(text).toMatchInlineSnapshot(`
      "## What the draft would change

      **2 entities would lose a right** once every grace has passed.

      64 of 64 entities, as of 2026-06-01T00:00:00.000Z.

      | Entities that … | at once | in the end |
      | --- | ---: | ---: |
      | lose a right | 0 | 2 |
      | gain a right | 0 | 0 |
      | fall to a lower level | 0 | 0 |
      | rise to a higher level | 0 | 0 |
      | have a guardrail that stands worse | 0 | 0 |
      | have a guardrail that stands better | 0 | 0 |
      | have a check with another result | 0 | 0 |
      | differ in anything | 2 | 3 |

      ### What it changes

      - changed check secrets-rotated effect: "narrow" → "stop" (tightens)

      ### Who loses a right in the end

      | Entity | Team | Rights |
      | --- | --- | --- |
      | component:default/ledger | group:default/team-a | deployment: decide → approval |
      | component:default/orphan | – | deployment: decide → approval |

      ### Per domain

      | | lose a right | level falls | guardrail worse | differ |
      | --- | ---: | ---: | ---: | ---: |
      | Payments | 2 | 0 | 0 | 3 |

      ### Per team

      | | lose a right | level falls | guardrail worse | differ |
      | --- | ---: | ---: | ---: | ---: |
      | – | 0 | 0 | 0 | 1 |
      "
    `);
  });

  it('names fifty at the most and counts the rest', () => {
    const losers = Array.from({ length: 60 }, (_, n) => loser(`s${n}`));
    const text = reportOf({ losers, losersInAll: 1_234 });
    expect(text.match(/component:default/g)).toHaveLength(50);
    expect(text).toContain('And 1184 more.');
  });

  it('lets no name be rendered, mention anybody or break the table', () => {
    const text = reportOf({
      losers: [
        loser('x', {
          entityRef:
            'component:default/a|b\n\n# h <img src=x> [l](https://evil) @all `c` ![i](u)',
        }),
      ],
    });
    const line = text.split('\n').find(each => each.includes('a\\|b'))!;
    expect(line.split(/(?<!\\)\|/)).toHaveLength(5);
    expect(line).not.toMatch(/<img|[^\\]\[l\]|@all|(?<!\\)`|https:\/\//);
  });

  it('says what is missing', () => {
    const text = reportOf({
      simulation: {
        ...simulation,
        state: 'running',
        isOutdated: true,
        progress: { done: 10, total: 64 },
        failed: { entities: 1, reason: 'not evaluated yet' },
        changes: [],
      },
    });
    expect(text).toContain('10 of 64 entities, as of 2026-06-01T00:00:00.000Z');
    expect(text).toContain(
      'The simulation is running: what follows is not all',
    );
    expect(text).toContain('The policy in force has changed since.');
    expect(text).toContain(
      '1 entity could not be compared: not evaluated yet.',
    );
    expect(text).toContain('The draft says what is in force.');
    const withheld = reportOf({
      simulation: { ...simulation, isWithheld: true },
    });
    expect(withheld).toContain('Nothing is counted');
    expect(withheld).not.toContain('differ in anything');
  });
});
