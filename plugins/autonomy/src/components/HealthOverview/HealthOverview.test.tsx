import type { AutonomyHealth } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { autonomyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import {
  createHealth,
  FakeAutonomyApi,
} from '@aligned-autonomy/backstage-plugin-autonomy-react/testUtils';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { usePermission } from '@backstage/plugin-permission-react';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { rootRouteRef } from '../../routes';
import { HealthOverview } from './HealthOverview';

// Its answers are cached from one test to the next.
jest.mock('@backstage/plugin-permission-react');

const SINCE = Date.UTC(2026, 2, 1, 12);

function setup(health?: AutonomyHealth, allowed = true) {
  jest.mocked(usePermission).mockReturnValue({ loading: false, allowed });
  const api = new FakeAutonomyApi({ health });
  const getHealth = jest.spyOn(api, 'getHealth');
  const render = () =>
    renderInTestApp(<HealthOverview />, {
      apis: [[autonomyApiRef, api], catalogApiMock()],
      mountedRoutes: {
        '/autonomy': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
    });
  return { getHealth, render };
}

describe('HealthOverview', () => {
  afterEach(() => {
    jest.useRealTimers();
  });

  it('says that all is well, and how everything stands', async () => {
    const { evaluation } = createHealth();
    setup(
      createHealth({ evaluation: { ...evaluation, staleShare: 0.125 } }),
    ).render();

    expect(
      await screen.findByText('Nothing: evidence arrives and is worked off.'),
    ).toBeVisible();
    const [, source] = within(
      screen.getByRole('table', { name: 'Incident sources' }),
    ).getAllByRole('row');
    expect(source).toHaveTextContent('pagerduty');
    expect(source).toHaveTextContent('heard from');
    const [, collector] = within(
      screen.getByRole('table', { name: 'Fact collectors' }),
    ).getAllByRole('row');
    expect(collector).toHaveTextContent('12, of which 0 failed');
    expect(screen.getByRole('link', { name: '12.5%' })).toHaveAttribute(
      'href',
      '/autonomy?view=all&stale=true',
    );
    expect(screen.getByText('nothing waits')).toBeVisible();
  });

  it('says what is wrong and what it leads to', async () => {
    const { evaluation, incidentSources } = createHealth();
    setup(
      createHealth({
        incidentSources: [
          { ...incidentSources[0], state: 'silent', lastHeardAt: SINCE },
        ],
        evaluation: {
          ...evaluation,
          quarantined: {
            count: 3,
            first: [
              {
                entityRef: 'component:default/ledger',
                since: SINCE,
                reason: 'division by zero',
              },
            ],
          },
        },
        inbox: { pending: 0, quarantined: 2 },
        retention: { finishedAt: SINCE, error: 'timeout' },
      }),
    ).render();

    const problems = within(
      await screen.findByRole('list', { name: 'What needs attention' }),
    ).getAllByRole('listitem');
    expect(problems[0]).toHaveTextContent(
      /^pagerduty has not been heard from since Mar 1, 2026.*: what it watches cannot be accounted for\.$/,
    );
    expect(problems[1]).toHaveTextContent(
      /^2 deliveries of incident sources were set aside/,
    );
    expect(problems[2]).toHaveTextContent(
      /^The evaluation of 3 entities was given up/,
    );
    expect(problems[3]).toHaveTextContent(
      'The last run of “Deleting what is too old” failed: timeout',
    );
    const given = screen.getByRole('list', {
      name: 'Entities whose evaluation was given up',
    });
    expect(given).toHaveTextContent('division by zero');
    expect(within(given).getByRole('link', { name: 'ledger' })).toHaveAttribute(
      'href',
      '/catalog/default/component/ledger',
    );
    expect(screen.getByText('and 2 more')).toBeVisible();
  });

  it('is renewed while somebody looks', async () => {
    jest.useFakeTimers({ advanceTimers: true });
    const { getHealth, render } = setup();
    render();
    await screen.findByText(/^Nothing: evidence/);
    getHealth.mockResolvedValue(
      createHealth({ inbox: { pending: 0, quarantined: 1 } }),
    );

    await act(async () => {
      jest.advanceTimersByTime(30_000);
    });

    expect(
      await screen.findByText(/^1 delivery .* was set aside/),
    ).toBeVisible();
  });

  it('does without sources and collectors', async () => {
    setup(createHealth({ incidentSources: [], collectors: [] })).render();

    expect(
      await screen.findByText('No incident source is configured'),
    ).toBeVisible();
    expect(screen.getByText('No fact collector is installed')).toBeVisible();
  });

  it('asks nothing for whoever may not see it', async () => {
    const { getHealth, render } = setup(undefined, false);
    render();

    expect(await screen.findByText('Not permitted')).toBeVisible();
    expect(getHealth).not.toHaveBeenCalled();
  });

  it('offers to try again after an error', async () => {
    const { getHealth, render } = setup();
    getHealth.mockRejectedValueOnce(new Error('no route'));
    render();

    expect(await screen.findByRole('alert')).toHaveTextContent('no route');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(/^Nothing: evidence/)).toBeVisible();
  });
});
