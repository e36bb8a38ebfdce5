import type {
  Evaluation,
  RightCap,
  RightResult,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  createAccountability,
  createCheck,
  createEvaluation,
  createGuardrail,
  createGuardrails,
  createReadiness,
} from '@aligned-autonomy/backstage-plugin-autonomy-react/testUtils';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen, within } from '@testing-library/react';
import {
  AutonomyDetailsDialog,
  type DetailsTopic,
} from './AutonomyDetailsDialog';

const DAY = 86_400_000;
const NOON = Date.UTC(2026, 10, 20, 12);
const story = createEvaluation();

/** What the panel of a topic says, one line after the other. */
async function panel(
  topic: DetailsTopic,
  overrides: Partial<Evaluation> = {},
  area?: string,
) {
  renderInTestApp(
    <AutonomyDetailsDialog
      evaluation={{ ...story, ...overrides }}
      initialTopic={topic}
      initialArea={area}
      onClose={jest.fn()}
    />,
    {
      apis: [catalogApiMock()],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
  return within(await screen.findByRole('tabpanel'));
}

function points(lines: HTMLElement[]): number {
  return lines
    .map(line => parseFloat(line.textContent ?? ''))
    .reduce((sum, line) => sum + line, 0);
}

/** The story with one right changed. */
function withRight(
  area: string,
  change: (right: RightResult) => Partial<RightResult>,
): Partial<Evaluation> {
  return {
    rights: story.rights.map(right =>
      right.area === area ? { ...right, ...change(right) } : right,
    ),
  };
}

describe('the level', () => {
  it('says since when it is held, what is open, and who promotes', async () => {
    const view = await panel('level');

    expect(view.getByText(/^Taken .+ · Held since/)).toBeVisible();
    expect(view.getByText('not now, or only with an exemption')).toBeVisible();
    expect(view.getByText('for 90 days')).toBeVisible();
    expect(view.getByText('decided by the board')).toBeVisible();
    expect(
      view.getByText(/^Exempt until .+ · beneath it: open$/),
    ).toBeVisible();
  });

  it.each([
    ['open', { openedAt: NOON }, 'with the board since Nov 20, 2026'],
    [
      'rejected',
      { openedAt: NOON - DAY, rejectedAt: NOON },
      'rejected Nov 20, 2026, asked again after further holding',
    ],
  ] as const)('shows a proposal that is %s', async (state, dates, words) => {
    const { level } = story;
    const view = await panel('level', {
      level: {
        ...level,
        ladder: level.ladder.map(step =>
          step.level === 4
            ? {
                ...step,
                heldSince: NOON - 90 * DAY,
                sustainedAt: NOON,
                proposal: { level: 4, state, ...dates },
              }
            : step,
        ),
      },
    });

    expect(view.getByText(words)).toBeVisible();
    expect(
      view.getByText(/^for 90 days, (until|reached) Nov 20, 2026$/),
    ).toBeVisible();
  });

  it('lists what puts it at risk before what the next level asks for', async () => {
    const { level } = story;
    const described = createCheck({
      id: 'd',
      title: 'Described',
      state: 'fail',
    });
    const view = await panel('level', {
      level: {
        ...level,
        atRisk: { since: 0, fallsAt: Date.now() + 9 * DAY, fallsTo: 1 },
        ladder: level.ladder.map(step =>
          step.level === 2
            ? {
                ...step,
                requirements: [{ kind: 'check', met: false, check: described }],
              }
            : step,
        ),
      },
    });

    const [first, next] = view.getAllByText(/^Described|^To level 4/);
    expect(first).toHaveTextContent('Described');
    expect(next).toHaveTextContent('To level 4');
  });

  it('marks what is needed for promotion only', async () => {
    const view = await panel('level', {
      level: { ...story.level, level: 2, title: 'Low-risk autonomy' },
    });

    expect(view.getByText(/^needed for promotion only/)).toBeVisible();
  });
});

describe('the guardrails', () => {
  it('shows every clock', async () => {
    const view = await panel('guardrails');

    for (const words of [
      /^Not passing since .+, longer than the grace of 7 days$/,
      /^At risk since .+: takes effect in 3 days \(.+\) unless it passes before$/,
      /^Recovering: .+ is safe in 2 days \(.+\) if it keeps passing$/,
      /^Exempt until .+: The upgrade ships .+ · beneath it: open$/,
      /^Beneath the exemption not passing since/,
      /mandatory: while breached it also bounds the level$/,
    ]) {
      expect(view.getByText(words)).toBeVisible();
    }
  });

  it('counts what cannot be told after the grace as breached', async () => {
    const view = await panel('guardrails', {
      guardrails: createGuardrails([
        createGuardrail({
          id: 'a',
          title: 'A',
          status: 'unknown',
          notPassingSince: NOON,
        }),
      ]),
    });

    expect(
      view.getByText(
        'Cannot be told since Nov 20, 2026, longer than the grace of 7 days',
      ),
    ).toBeVisible();
    expect(view.getByText('0 of 1 guardrails hold')).toBeVisible();
  });
});

describe('the readiness', () => {
  it('shows points that add up', async () => {
    const view = await panel('readiness');
    const lines = view.getAllByText(/^[+-]?\d+\.\d of \d+\.\d$/);

    expect(lines).toHaveLength(8);
    expect(points(lines)).toBeCloseTo(81.2, 9);
    expect(
      view.getByText('The points of the checks add up to 81.2 of 100.'),
    ).toBeVisible();
  });

  it('shows both figures, attestations and overlays', async () => {
    const view = await panel('readiness', {
      readiness: createReadiness([
        createCheck({
          id: 'a',
          title: 'A',
          attestation: {
            id: 'x',
            answer: 'yes',
            attestedAt: NOON,
            expiresAt: NOON + DAY,
            evidenceUrl: 'https://docs.example.com',
          },
        }),
        createCheck({ id: 'b', title: 'B', state: 'exempt' }),
        createCheck({
          id: 'c',
          title: 'C',
          state: 'fail',
          score: 0.25,
          passAt: 0.8,
          overlay: 'domain:default/payments',
        }),
      ]),
    });

    expect(
      view.getByText(
        /add up to 36\.3 of 100\. With exempt checks left out: 57\.$/,
      ),
    ).toBeVisible();
    expect(
      view.getByText(/^Attested yes on Nov 20, 2026, until Nov 21, 2026/),
    ).toBeVisible();
    expect(view.getByRole('link', { name: /evidence/ })).toBeVisible();
    expect(view.getByText('counts 0.25, passes from 0.80')).toBeVisible();
    expect(view.getByText(/added by the overlay of/)).toHaveTextContent(
      'added by the overlay of payments',
    );
  });
});

describe('the evidence', () => {
  it('takes the ceiling away, so that the lines add up', async () => {
    const { items } = story.accountability;
    const view = await panel('evidence', {
      accountability: createAccountability(
        items.map((item, index) =>
          index === 0
            ? { ...item, check: { ...item.check, state: 'fail', score: 0 } }
            : item,
        ),
      ),
    });

    const lines = view.getAllByText(/^[+-]?\d\.\d\d of \d\.\d\d$/);
    const ceiling = view.getByText(/^-0\.\d\d$/);
    expect(points([...lines, ceiling])).toBeCloseTo(0.39, 9);
    expect(view.getByText('Accountability 0.39')).toBeVisible();
    expect(view.getByText(/held at 0\.39 instead of 0\.7\d/)).toBeVisible();
  });
});

describe('a right', () => {
  it('rests on a grant as far as hard caps allow', async () => {
    const view = await panel('rights', {}, 'api-contract');

    expect(
      view.getByText(/The lowest, inform, is recommended\.$/),
    ).toBeVisible();
    expect(view.getByText(/^A grant of decide counts instead/)).toBeVisible();
    const caps = within(
      view.getByRole('table', { name: 'What bounds the right' }),
    );
    expect(
      caps.getByRole('row', { name: /^Accountability ?no grant exceeds it/ }),
    ).toBeVisible();
    expect(
      caps.getByRole('row', { name: /^Grant on trial ?until/ }),
    ).toBeVisible();
    expect(
      view.getByText(
        'Practised today: decide, as granted. Surplus: 1 step more than recommended. Priority 0.17.',
      ),
    ).toBeVisible();
  });

  it('is raised by nothing after a failed trial', async () => {
    const view = await panel(
      'rights',
      withRight('deployment', () => ({
        grant: {
          id: 'g',
          right: 5,
          reason: 'flags',
          expiresAt: NOON,
          trial: true,
          failed: true,
        },
      })),
      'deployment',
    );

    expect(
      view.getByText(
        'The trial of decide failed. Until it ends it raises nothing: flags',
      ),
    ).toBeVisible();
    expect(
      view.getByText('until Nov 20, 2026 · the trial failed'),
    ).toBeVisible();
  });

  it.each([
    [
      -2,
      'claimed',
      'by its own account. Deficit: 2 steps less than recommended. Priority 4.',
    ],
    [0, 'agreed', 'as agreed in the last audit. That is what is recommended.'],
  ] as const)(
    'differs by %p from what is %s',
    async (difference, source, words) => {
      const view = await panel(
        'rights',
        withRight('operations', () => ({
          mismatch: {
            actual: 2,
            source,
            difference,
            priority: difference === 0 ? undefined : 4,
          },
        })),
        'operations',
      );

      expect(
        view.getByText(`Practised today: consult, ${words}`),
      ).toBeVisible();
    },
  );

  it('says until when a plan bounds it', async () => {
    const [draft] = story.plans;
    const cap: RightCap = {
      kind: 'plan',
      right: 2,
      hard: true,
      ref: draft.id,
      title: draft.title,
    };
    const view = await panel(
      'rights',
      {
        plans: [{ ...draft, state: 'active', endsAt: NOON }],
        ...withRight('deployment', ({ caps }) => ({
          effective: 2,
          recommended: 2,
          caps: [...caps, cap],
        })),
      },
      'deployment',
    );

    expect(
      view.getByText('until Nov 20, 2026 · no grant exceeds it'),
    ).toBeVisible();
  });

  it.each([
    [Date.now() + 40 * DAY, 1],
    [Date.now() - DAY, 0],
    [undefined, 0],
  ])('is shown only before it is enforced: %p', async (enforcedFrom, notes) => {
    const view = await panel('rights', { enforcedFrom });

    expect(view.queryAllByText(/^Rights are shown, not enforced/)).toHaveLength(
      notes,
    );
  });
});

describe('the plans', () => {
  it('show state, cap, time and criteria', async () => {
    const view = await panel('plans');

    expect(view.getByText('draft, not signed')).toBeVisible();
    expect(
      view.getByText('Targeted guardrails · Deployment at most consult'),
    ).toBeVisible();
    expect(view.getByText('completed')).toBeVisible();
    expect(view.getByText('Rollback tested within 90 days')).toBeVisible();
  });

  it('are no topic where there are none', async () => {
    await panel('level', { plans: [] });

    expect(
      screen.queryByRole('tab', { name: 'Plans' }),
    ).not.toBeInTheDocument();
  });
});
