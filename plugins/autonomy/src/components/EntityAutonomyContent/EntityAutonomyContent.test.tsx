import type {
  EntityHistory,
  Evaluation,
  HistoryPoint,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  autonomyApiRef,
  autonomyGovernanceApiRef,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import {
  createCheck,
  createDeployment,
  createEvaluation,
  createGuardrails,
  createIncident,
  createReadiness,
  createRight,
  FakeAutonomyApi,
  FakeAutonomyGovernanceApi,
  type FakeAutonomyApiOptions,
} from '@aligned-autonomy/backstage-plugin-autonomy-react/testUtils';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { EntityAutonomyContent } from './EntityAutonomyContent';

const DAY = 86_400_000;
const REF = 'component:default/payments-api';
const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'payments-api', namespace: 'default' },
};

function Address() {
  const { search, hash } = useLocation();
  return <output aria-label="address">{`${search}${hash}`}</output>;
}

function setup(
  options: FakeAutonomyApiOptions & {
    evaluation?: Evaluation;
    at?: string;
  } = {},
) {
  const { evaluation, at = '/', ...rest } = options;
  const api = new FakeAutonomyApi({
    evaluations: evaluation ? [evaluation] : [],
    ...rest,
  });
  const render = () =>
    renderInTestApp(
      <EntityProvider entity={entity}>
        <EntityAutonomyContent />
        <Address />
      </EntityProvider>,
      {
        apis: [
          [autonomyApiRef, api],
          [autonomyGovernanceApiRef, new FakeAutonomyGovernanceApi()],
          catalogApiMock(),
          mockApis.identity(),
          mockApis.permission(),
        ],
        initialRouteEntries: [at],
        mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      },
    );
  return { api, render };
}

function card(name: string) {
  return within(screen.getByRole('region', { name }));
}

const point = (at: number, level: 2 | 3): HistoryPoint => ({
  at,
  policyVersion: '1',
  level,
  guardrailStatus: 'ok',
  readiness: 60 + 10 * level,
  accountability: 0.84,
  trust: { deployment: 0.2 * level },
  rights: {},
});

function history(now: number): EntityHistory {
  return {
    from: now - 365 * DAY,
    to: now,
    start: point(now - 400 * DAY, 2),
    points: [point(now - 100 * DAY, 3)],
    events: [
      {
        id: 'e1',
        recordedAt: now - 100 * DAY,
        policyVersion: '1',
        event: {
          kind: 'level-promoted',
          at: now - 100 * DAY,
          cause: 'decision',
          reasons: [],
          from: 2,
          to: 3,
        },
      },
    ],
    pageInfo: {},
  };
}

describe('EntityAutonomyContent', () => {
  it('begins with one line of figures that lead to their reasons', async () => {
    setup({ evaluation: createEvaluation() }).render();

    expect(
      await screen.findByRole('heading', { name: 'Autonomy of Payments API' }),
    ).toBeVisible();
    expect(
      screen.getByText('3 · Expanded autonomy with feedback loops'),
    ).toBeVisible();
    expect(screen.getByText('stale facts: security')).toBeVisible();

    await userEvent.click(screen.getByRole('link', { name: 'Guardrails' }));

    expect(screen.getByLabelText('address')).toHaveTextContent('#guardrails');
    await waitFor(() =>
      expect(screen.getByRole('region', { name: 'Guardrails' })).toHaveFocus(),
    );
  });

  it('shows what is open for the next level, and the rest on request', async () => {
    setup({ evaluation: createEvaluation() }).render();

    const region = await screen.findByRole('region', {
      name: 'To level 4 · Full autonomy with continuous alignment',
    });
    const ladder = within(region);
    expect(
      ladder.getByText('Change failure rate at most 15 % over 90 days'),
    ).toBeVisible();
    expect(
      ladder.queryByText('Accountability at least 0.80'),
    ).not.toBeInTheDocument();

    const [first] = ladder.getAllByRole('button', { name: /^Show \d+ that/ });
    await userEvent.click(first);

    expect(ladder.getByText('Accountability at least 0.80')).toBeVisible();
    await userEvent.click(ladder.getByRole('button', { name: 'Show fewer' }));
    expect(
      ladder.queryByText('Accountability at least 0.80'),
    ).not.toBeInTheDocument();
  });

  it('explains the area in the address, and what would widen its right', async () => {
    const { render } = setup({
      evaluation: createEvaluation(),
      at: '/?area=deployment',
    });
    render();

    expect(
      await screen.findByText(
        'Level 3 allows inform; trust 0.39 of 0.75 allows peer review; accountability 0.84 allows decide. The lowest counts.',
      ),
    ).toBeVisible();
    expect(
      await screen.findByText(
        /Close the open actions of PAY-1042: trust is then about 0\.56 and allows inform\./,
      ),
    ).toBeVisible();
    expect(
      card('Trust in Deployment, line by line').getAllByRole('row'),
    ).toHaveLength(5);
    const chosen = screen.getByRole('button', { name: /^Deployment ·/ });
    expect(chosen).toHaveTextContent('Deployment · peer review 3');
    expect(chosen).toHaveAttribute('aria-pressed', 'true');

    await userEvent.click(screen.getByRole('button', { name: /^Data access/ }));

    expect(screen.getByLabelText('address')).toHaveTextContent(
      '?area=data-access',
    );
    expect(
      screen.getByText(/Mend the guardrail “Two reviewers on data exports”/),
    ).toBeVisible();

    await userEvent.click(screen.getByRole('link', { name: 'Risk and fix' }));
    expect(screen.getByLabelText('address')).toHaveTextContent(
      '?area=data-access#guardrails',
    );
  });

  it('says beside the rights what the domain aims at', async () => {
    const { api, render } = setup({ evaluation: createEvaluation() });
    jest.spyOn(api, 'getObjective').mockResolvedValueOnce({
      domainRef: 'domain:default/payments',
      statement: 'Every payment arrives.',
      measures: [],
      ownerRef: 'group:default/payments-team',
      reviewAt: Date.now() + DAY,
    } as any);
    render();

    expect(
      await screen.findByText(/aims at: Every payment arrives\./),
    ).toHaveTextContent('What payments aims at: Every payment arrives.');
    expect(await screen.findByText('No plan has been drafted.')).toBeVisible();
  });

  it('draws twelve months', async () => {
    const now = Date.now();
    setup({
      evaluation: createEvaluation({ evaluatedAt: now }),
      histories: { [REF]: history(now) },
      at: '/?area=deployment',
    }).render();

    expect(
      await screen.findByRole('img', { name: /Level: 2 on .*, 3 on / }),
    ).toBeVisible();
    expect(
      screen.getByRole('img', {
        name: /Trust in Deployment: 0\.40 on .*, 0\.60 on /,
      }),
    ).toBeVisible();
    expect(card('Twelve months').getByText(/PAY-1042/)).toBeVisible();
  });

  it('merges what happened, and filters it', async () => {
    const now = Date.now();
    setup({
      evaluation: createEvaluation({ evaluatedAt: now }),
      histories: { [REF]: history(now) },
      incidents: [createIncident()],
      deployments: [
        createDeployment({ reviewState: 'due', reviewDueAt: now + DAY }),
      ],
    }).render();

    await screen.findByText('Rose from level 2 to level 3');
    const rows = () =>
      within(screen.getByRole('list', { name: 'Timeline' }))
        .getAllByRole('listitem')
        .map(item => item.textContent);
    expect(rows()).toEqual([
      expect.stringContaining('Deployment 4.12.0'),
      expect.stringContaining('PAY-1042 · Card payments failed'),
      expect.stringContaining('Rose from level 2 to level 3'),
    ]);
    expect(
      screen.getByText(/critical severity · Deployment · resolved/),
    ).toHaveTextContent('reviewed, 1 of 2 actions closed');
    expect(
      screen.getByRole('link', { name: /Card payments failed/ }),
    ).toHaveAttribute('href', 'https://incidents.example.com/PAY-1042');

    await userEvent.click(screen.getByRole('checkbox', { name: 'Changes' }));
    await userEvent.click(
      screen.getByRole('checkbox', { name: 'Deployments' }),
    );

    expect(rows()).toEqual([expect.stringContaining('PAY-1042')]);
  });

  it('reads on page by page, without leaving anything out', async () => {
    const now = Date.now();
    setup({
      evaluation: createEvaluation({ evaluatedAt: now }),
      histories: { [REF]: history(now) },
      deployments: Array.from({ length: 45 }, (_, index) =>
        createDeployment({
          id: `build-${index}`,
          version: `${index}.0.0`,
          finishedAt: now - (index + 1) * DAY,
        }),
      ),
    }).render();
    const list = await screen.findByRole('list', { name: 'Timeline' });
    const count = () => within(list).getAllByRole('listitem').length;
    expect(count()).toBe(20);

    await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
    await waitFor(() => expect(count()).toBe(40));
    expect(screen.queryByText(/Rose from level/)).not.toBeInTheDocument();

    await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
    await waitFor(() => expect(count()).toBe(46));
    expect(screen.getByText(/Rose from level/)).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'Show more' }),
    ).not.toBeInTheDocument();
  });

  it('evaluates now, and announces what changed', async () => {
    const before = createEvaluation({ evaluatedAt: Date.now() - DAY });
    const { api, render } = setup({ evaluation: before });
    const after = { ...before, evaluatedAt: before.evaluatedAt + DAY };
    render();
    const button = await screen.findByRole('button', { name: 'Evaluate now' });
    jest.spyOn(api, 'refreshEntity').mockResolvedValue(after);
    jest.spyOn(api, 'getEntity').mockResolvedValue(after);

    await userEvent.click(button);

    expect(
      await screen.findByText(/The evaluation has changed/),
    ).toBeInTheDocument();
  });

  it.each([
    [undefined, 'It takes a little longer and is shown when it is there.'],
    [{ statusCode: 429 }, 'Asked too often. Try again in a few seconds.'],
    [{ statusCode: 403 }, 'You may not ask for an evaluation.'],
    [{ statusCode: 500 }, 'The evaluation failed. Try again.'],
  ])('says what came of asking: %j', async (failure, text) => {
    const { api, render } = setup({ evaluation: createEvaluation() });
    const refresh = jest.spyOn(api, 'refreshEntity');
    if (failure) {
      refresh.mockRejectedValue(Object.assign(new Error('no'), failure));
    } else {
      refresh.mockResolvedValue(undefined);
    }
    render();

    await userEvent.click(
      await screen.findByRole('button', { name: 'Evaluate now' }),
    );

    expect(await screen.findByText(text)).toBeVisible();
  });

  it('waits, explains absence, refuses and recovers', async () => {
    const { api, render } = setup();
    const getEntity = jest.spyOn(api, 'getEntity');
    getEntity.mockReturnValueOnce(new Promise(() => {}));
    const { unmount } = render();
    expect(
      await screen.findByRole('status', {
        name: 'Loading everything about autonomy',
      }),
    ).toBeVisible();
    unmount();

    const absent = render();
    expect(await screen.findByText('No evaluation')).toBeVisible();
    absent.unmount();

    getEntity.mockRejectedValueOnce(
      Object.assign(new Error('no'), { statusCode: 403 }),
    );
    const refused = render();
    expect(await screen.findByText('Not permitted')).toBeVisible();
    refused.unmount();

    getEntity.mockRejectedValueOnce(new Error('The database is away'));
    getEntity.mockResolvedValueOnce(createEvaluation());
    render();
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The database is away',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('heading', { name: 'Autonomy of Payments API' }),
    ).toBeVisible();
  });

  it('keeps the reasons where history or incidents cannot be read', async () => {
    const { api, render } = setup({ evaluation: createEvaluation() });
    jest
      .spyOn(api, 'getEntityHistory')
      .mockRejectedValueOnce(new Error('No history now'));
    jest
      .spyOn(api, 'listIncidents')
      .mockRejectedValueOnce(new Error('No incidents now'));
    render();

    expect(await screen.findAllByText('No history now')).toHaveLength(2);
    await userEvent.click(
      card('Twelve months').getByRole('button', { name: 'Try again' }),
    );

    expect(await screen.findByText('No history yet')).toBeVisible();
    expect(await screen.findByText('No incidents now')).toBeVisible();
    await userEvent.click(
      card('Timeline').getByRole('button', { name: 'Try again' }),
    );
    expect(await screen.findByText('Nothing to show')).toBeVisible();
    expect(screen.getByText('9 of 12 guardrails hold')).toBeVisible();
  });

  it('holds thirty areas, two hundred checks, long names, and nothing at all', async () => {
    const story = createEvaluation();
    const long = 'x'.repeat(60);
    setup({
      evaluation: {
        ...story,
        rights: Array.from({ length: 30 }, (_, index) =>
          createRight({
            area: `a${index}`,
            title: `${long}${index}`,
            caps: [
              { kind: 'accountability', right: 1, hard: true, actual: 0.1 },
            ],
          }),
        ),
        trust: [],
        plans: [],
        guardrails: createGuardrails([]),
        readiness: createReadiness(
          Array.from({ length: 200 }, (_, index) =>
            createCheck({
              id: `c${index}`,
              title: `Check ${index}`,
              section: 'All',
              state: 'fail',
            }),
          ),
        ),
      },
    }).render();

    expect(
      await screen.findByText('No guardrail applies to this entity.'),
    ).toBeVisible();
    const areas = within(
      screen.getByRole('list', { name: 'Decision areas' }),
    ).getAllByRole('button');
    expect(areas).toHaveLength(30);
    const readiness = card('Readiness');
    expect(readiness.getAllByText(/^Check \d+$/)).toHaveLength(20);

    await userEvent.click(
      readiness.getByRole('button', { name: 'Show 180 more' }),
    );
    expect(readiness.getAllByText(/^Check \d+$/)).toHaveLength(200);
  });
});
