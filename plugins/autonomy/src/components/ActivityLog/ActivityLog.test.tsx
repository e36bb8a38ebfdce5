import type { ActivityItem } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { autonomyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import {
  createEvaluation,
  FakeAutonomyApi,
} from '@aligned-autonomy/backstage-plugin-autonomy-react/testUtils';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { ActivityLog } from './ActivityLog';

const DAY = 86_400_000;
const NOON = new Date(2026, 2, 2, 12).getTime();

function Address() {
  return <output>{useLocation().search}</output>;
}

function item(
  index: number,
  event: Partial<ActivityItem['event']>,
): ActivityItem {
  const at = NOON - index * DAY;
  return {
    id: `event-${index}`,
    recordedAt: at,
    policyVersion: '1',
    event: {
      at,
      cause: 'evidence',
      reasons: [],
      ...event,
    } as ActivityItem['event'],
    entity: {
      entityRef: `component:default/service-${index}`,
      kind: 'component',
      namespace: 'default',
      name: `service-${index}`,
      title: index === 0 ? 'Payments API' : undefined,
    },
  };
}

const evaluation = createEvaluation();
const { check } = evaluation.guardrails.guardrails[0];

const ACTIVITY = [
  item(0, { kind: 'level-promoted', from: 2, to: 3, cause: 'decision' }),
  item(1, { kind: 'guardrail-changed', checkId: check.id, to: 'breached' }),
];

function setup(activity = ACTIVITY, search = '') {
  const api = new FakeAutonomyApi({ activity, evaluations: [evaluation] });
  const listActivity = jest.spyOn(api, 'listActivity');
  const render = () =>
    renderInTestApp(
      <>
        <ActivityLog />
        <Address />
      </>,
      {
        apis: [[autonomyApiRef, api], catalogApiMock()],
        mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
        initialRouteEntries: [`/${search}`],
      },
    );
  return { listActivity, render };
}

describe('ActivityLog', () => {
  it('says day by day what changed, of what and why', async () => {
    setup().render();

    const day = await screen.findByRole('region', { name: 'Mar 2, 2026' });
    expect(day).toHaveTextContent('Rose from level 2 to level 3');
    expect(day).toHaveTextContent('Cause: a decision');
    expect(
      within(day).getByRole('link', { name: 'Payments API' }),
    ).toHaveAttribute('href', '/catalog/default/component/service-0');
    expect(
      screen.getByRole('region', { name: 'Mar 1, 2026' }),
    ).toHaveTextContent(/Guardrail “.+”: breached/);
    // Its title, not its id, once the titles are there.
    expect(
      await screen.findByText(`Guardrail “${check.title}”: breached`),
    ).toBeVisible();
  });

  it('filters on the server, as the address says', async () => {
    const user = userEvent.setup();
    const { listActivity, render } = setup(ACTIVITY, '?cause=decision');
    render();

    expect(await screen.findByText(/Rose from level 2/)).toBeVisible();
    expect(screen.queryByText(/breached/)).not.toBeInTheDocument();
    expect(listActivity).toHaveBeenLastCalledWith(
      expect.objectContaining({ cause: ['decision'] }),
    );

    await user.click(screen.getByRole('textbox', { name: 'What changed' }));
    await user.click(await screen.findByRole('option', { name: 'Demotion' }));

    expect(
      await screen.findByText('Nothing matches these filters'),
    ).toBeVisible();
    expect(
      screen.getByText('?kind=level-demoted&cause=decision'),
    ).toBeInTheDocument();
  });

  it('shows more by cursor', async () => {
    const many = Array.from({ length: 25 }, (_, index) =>
      item(index, { kind: 'level-recovered', level: 2 }),
    );
    const { listActivity, render } = setup(many);
    render();

    await userEvent.click(
      await screen.findByRole('button', { name: 'Show more' }),
    );

    expect(
      await screen.findByRole('link', { name: 'service-24' }),
    ).toBeVisible();
    expect(screen.getAllByText('Level 2 is safe again')).toHaveLength(25);
    expect(listActivity.mock.lastCall?.[0]?.cursor).toBeDefined();
    expect(
      screen.queryByRole('button', { name: 'Show more' }),
    ).not.toBeInTheDocument();
  });

  it('keeps what it has when more does not come', async () => {
    const many = Array.from({ length: 25 }, (_, index) =>
      item(index, { kind: 'level-recovered', level: 2 }),
    );
    const { listActivity, render } = setup(many);
    render();
    const more = await screen.findByRole('button', { name: 'Show more' });
    listActivity.mockRejectedValueOnce(new Error('no route'));

    await userEvent.click(more);

    expect(await screen.findByRole('alert')).toHaveTextContent('no route');
    expect(screen.getAllByText('Level 2 is safe again')).toHaveLength(20);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('link', { name: 'service-24' }),
    ).toBeVisible();
  });

  it('says when nothing has changed', async () => {
    setup([]).render();

    expect(await screen.findByText('Nothing has changed yet')).toBeVisible();
  });

  it('says when it is not permitted, and waits with a skeleton before', async () => {
    const { listActivity, render } = setup();
    let refuse = (_: Error) => {};
    listActivity.mockReturnValue(
      new Promise((_, reject) => {
        refuse = reject;
      }),
    );
    render();

    expect(
      await screen.findByRole('status', { name: 'Loading what changed' }),
    ).toBeVisible();
    refuse(Object.assign(new Error('403'), { statusCode: 403 }));
    expect(await screen.findByText('Not permitted')).toBeVisible();
  });
});
