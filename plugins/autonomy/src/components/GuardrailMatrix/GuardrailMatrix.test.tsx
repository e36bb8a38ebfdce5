import type {
  AutonomyEntitySummary,
  GuardrailMatrix as Matrix,
  GuardrailStatus,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { autonomyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import {
  createEntitySummary,
  FakeAutonomyApi,
} from '@aligned-autonomy/backstage-plugin-autonomy-react/testUtils';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { requestOf } from '../EntitiesOverview/listQuery';
import { useListQuery } from '../EntitiesOverview/useListQuery';
import { GuardrailMatrix } from './GuardrailMatrix';
import { standingOf } from './standingOf';
import { useGuardrailMatrix } from './useGuardrailMatrix';

const PAYMENTS = 'domain:default/payments';

function entity(
  name: string,
  domainRef: string | undefined,
  guardrails: Record<string, GuardrailStatus>,
): AutonomyEntitySummary {
  return createEntitySummary(undefined, {
    entityRef: `component:default/${name}`,
    name,
    title: undefined,
    tier: 1,
    domainRef,
    guardrails: Object.entries(guardrails).map(([id, status]) => ({
      id,
      status,
    })),
  });
}

const SUMMARIES = [
  entity('ledger', PAYMENTS, { reviewers: 'breached', budget: 'ok' }),
  entity('cards', PAYMENTS, { reviewers: 'ok', budget: 'ok' }),
  entity('refunds', PAYMENTS, { reviewers: 'at-risk' }),
  entity('wiki', undefined, { reviewers: 'ok' }),
];

function Page() {
  const [query] = useListQuery();
  const { pathname, search, hash } = useLocation();
  return (
    <>
      <GuardrailMatrix
        {...useGuardrailMatrix(requestOf(query))}
        query={query}
        request={requestOf(query)}
      />
      <output>{decodeURIComponent(`${pathname}${search}${hash}`)}</output>
    </>
  );
}

function setup(summaries = SUMMARIES, search = '') {
  const api = new FakeAutonomyApi({ summaries });
  const render = () =>
    renderInTestApp(<Page />, {
      apis: [[autonomyApiRef, api], catalogApiMock()],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      initialRouteEntries: [`/${search}`],
    });
  return { api, render };
}

const table = () =>
  screen.findByRole('table', { name: 'Guardrails by domain' });

const showsAddress = (address: string) => screen.findByText(address);

describe('GuardrailMatrix', () => {
  it('says of each domain and guardrail for how many it holds', async () => {
    setup().render();

    const [head, payments, none] = within(await table()).getAllByRole('row');
    expect(
      within(head)
        .getAllByRole('columnheader')
        .map(({ textContent }) => textContent),
    ).toEqual(['Domain', 'reviewers', 'budget']);
    expect(
      within(payments).getByRole('link', {
        name: 'payments, reviewers: 1 of 3 hold, 1 breached, 1 at risk',
      }),
    ).toHaveTextContent('1/3');
    expect(
      within(payments).getByRole('link', {
        name: 'payments, budget: 2 of 2 hold',
      }),
    ).toBeVisible();
    // There is no filter for having no domain, so there is nowhere to lead.
    expect(
      within(none).getByRole('img', {
        name: 'No domain, reviewers: 1 of 1 hold',
      }),
    ).toBeVisible();
    expect(within(none).queryByRole('link')).not.toBeInTheDocument();
  });

  it('leads to what is behind a cell, within the filters at hand', async () => {
    const { api, render } = setup(SUMMARIES, '?view=all&tier=1&cursor=20');
    const getGuardrailMatrix = jest.spyOn(api, 'getGuardrailMatrix');
    render();

    await userEvent.click(
      within(await table()).getByRole('link', {
        name: /payments, reviewers/,
      }),
    );

    await showsAddress(
      `/?view=all&domain=${PAYMENTS}&tier=1&guardrail=reviewers&guardrailState=breached&guardrailState=at-risk`,
    );
    expect(
      await screen.findByRole('link', { name: /payments, reviewers/ }),
    ).toHaveAttribute('aria-current', 'true');
    expect(getGuardrailMatrix.mock.lastCall?.[0]).not.toHaveProperty(
      'guardrail',
    );
  });

  it('opens a domain to its entities, the worst first and page by page', async () => {
    const user = userEvent.setup();
    const many = Array.from({ length: 30 }, (_, index) =>
      entity(`service-${index}`, PAYMENTS, { reviewers: 'breached' }),
    );
    const { api, render } = setup(many, '?tier=1');
    const listEntities = jest.spyOn(api, 'listEntities');
    render();
    const opener = within(await table()).getByRole('button', {
      name: 'payments, 30 entities: show them',
    });
    expect(listEntities).not.toHaveBeenCalled();

    await user.click(opener);

    expect(opener).toHaveAttribute('aria-expanded', 'true');
    expect(
      await screen.findAllByRole('link', { name: /: breached$/ }),
    ).toHaveLength(25);
    expect(listEntities.mock.lastCall?.[0]).toMatchObject({
      domain: [PAYMENTS],
      tier: [1],
      orderBy: 'guardrailStatus',
      order: 'desc',
      limit: 25,
    });

    await user.click(screen.getByRole('button', { name: 'More of payments' }));
    const last = await screen.findByRole('link', {
      name: 'service-29, reviewers: breached',
    });
    await user.click(last);
    await showsAddress(
      '/catalog/default/component/service-29/autonomy#guardrails',
    );
  });

  it('is one stop for the Tab key, and arrows move between cells', async () => {
    const user = userEvent.setup();
    setup().render();
    const grid = within(await table());
    const opener = grid.getByRole('button');
    const cells = grid.getAllByRole('link');

    await user.tab();
    expect(screen.getByRole('region', { name: /scrolled/ })).toHaveFocus();
    await user.tab();
    expect(opener).toHaveFocus();
    await user.keyboard('{ArrowRight}{ArrowRight}');
    expect(cells[1]).toHaveFocus();
    await user.keyboard('{ArrowRight}{ArrowLeft}');
    expect(cells[0]).toHaveFocus();
    await user.tab();
    await user.tab({ shift: true });
    expect(cells[0]).toHaveFocus();
    await user.keyboard('{Enter}');
    await showsAddress(
      `/?domain=${PAYMENTS}&guardrail=reviewers&guardrailState=breached&guardrailState=at-risk`,
    );
  });

  it('folds many domains', async () => {
    const many = Array.from({ length: 40 }, (_, index) =>
      entity(`service-${index}`, `domain:default/domain-${index}`, {
        reviewers: 'ok',
      }),
    );
    setup(many).render();

    expect(within(await table()).getAllByRole('button')).toHaveLength(25);
    await userEvent.click(
      screen.getByRole('button', { name: 'Show all 40 domains' }),
    );
    expect(within(await table()).getAllByRole('button')).toHaveLength(40);
  });

  it('says what the grounds mean', async () => {
    setup().render();

    expect(
      (
        await within(
          await screen.findByRole('list', { name: 'What the cells mean' }),
        ).findAllByRole('listitem')
      ).map(({ textContent }) => textContent),
    ).toEqual(['breached', 'unknown', 'at risk', 'exempt', 'holds']);
  });

  it.each<[string, Matrix]>([
    ['Not counted', { isWithheld: true, guardrails: [], groups: [] }],
    [
      'No guardrail applies',
      { isWithheld: false, guardrails: [], groups: [], totalGroups: 0 },
    ],
  ])('says %s', async (title, answer) => {
    const { api, render } = setup();
    jest.spyOn(api, 'getGuardrailMatrix').mockResolvedValue(answer);
    render();

    expect(await screen.findByText(title)).toBeVisible();
  });

  it('waits with a skeleton, and offers to try again after an error', async () => {
    const { api, render } = setup();
    let fail = (_: Error) => {};
    jest.spyOn(api, 'getGuardrailMatrix').mockReturnValueOnce(
      new Promise((_, reject) => {
        fail = reject;
      }),
    );
    render();

    expect(
      await screen.findByRole('status', { name: 'Loading guardrails' }),
    ).toBeVisible();
    fail(new Error('no route'));
    expect(await screen.findByRole('alert')).toHaveTextContent('no route');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await table()).toBeVisible();
  });

  it('says why the entities of a domain do not come', async () => {
    const { api, render } = setup();
    jest
      .spyOn(api, 'listEntities')
      .mockRejectedValueOnce(new Error('no route'));
    render();

    await userEvent.click(within(await table()).getByRole('button'));

    expect(await screen.findByRole('alert')).toHaveTextContent('no route');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('link', { name: 'ledger' })).toBeVisible();
  });
});

describe('standingOf', () => {
  it('leads to everything where nothing is wrong, and to nothing where it applies to none', () => {
    expect(standingOf({ ok: 3 })).toEqual({
      all: 3,
      held: 3,
      worst: 'ok',
      states: ['ok'],
    });
    expect(standingOf({ ok: 3, exempt: 1 })).toMatchObject({
      worst: 'exempt',
      states: ['exempt'],
    });
    expect(standingOf({ ok: 0 })).toBeUndefined();
  });
});
