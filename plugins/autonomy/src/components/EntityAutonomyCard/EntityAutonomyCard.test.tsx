import {
  autonomyApiRef,
  type RightsStripProps,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import {
  createEvaluation,
  createGuardrail,
  createGuardrails,
  createRight,
  FakeAutonomyApi,
} from '@aligned-autonomy/backstage-plugin-autonomy-react/testUtils';
import type { Evaluation } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { EntityAutonomyCard } from './EntityAutonomyCard';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'payments-api', namespace: 'default' },
};

function setup(evaluation?: Evaluation) {
  const api = new FakeAutonomyApi({
    evaluations: evaluation ? [evaluation] : [],
  });
  const render = () =>
    renderInTestApp(
      <EntityProvider entity={entity}>
        <EntityAutonomyCard />
      </EntityProvider>,
      {
        apis: [[autonomyApiRef, api], catalogApiMock()],
        mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      },
    );
  return { api, render };
}

function rows() {
  const strip = screen.getByRole('list', { name: 'Decision rights by area' });
  return within(strip).getAllByRole('listitem');
}

describe('EntityAutonomyCard', () => {
  it('shows level, guardrails, readiness, tier, rights and evidence at a glance', async () => {
    setup(createEvaluation()).render();

    expect(
      await screen.findByRole('img', { name: 'Level 3 of 4' }),
    ).toBeVisible();
    expect(
      screen.getByText('Expanded autonomy with feedback loops'),
    ).toBeVisible();
    expect(
      screen.getByText('Next: 3 criteria, 1 exemption, and 90 days to level 4'),
    ).toBeVisible();
    expect(screen.getByText('1 breached')).toBeVisible();
    expect(screen.getByText('9 of 12 hold')).toBeVisible();
    expect(screen.getByText('Two reviewers on data exports')).toBeVisible();
    expect(screen.getByText('81 · minor gaps')).toBeVisible();
    expect(screen.getByText('2 · high')).toBeVisible();
    expect(screen.getByText('24 dependents')).toBeVisible();
    expect(screen.getByText('trust 0.39 of 0.75 · 2 incidents')).toBeVisible();
    expect(screen.getByText(/incident sources heard from/)).toBeVisible();
    expect(screen.getByText('stale facts: security')).toBeVisible();
    // Nothing here has the tab.
    expect(
      screen.queryByRole('link', { name: 'Everything about it' }),
    ).not.toBeInTheDocument();
  });

  it('shows the areas that matter first, and all on request', async () => {
    setup(createEvaluation()).render();

    const all = await screen.findByRole('button', { name: 'All 11' });
    expect(rows()).toHaveLength(6);
    expect(screen.getByText('And 5 more: 2 decide, 3 inform')).toBeVisible();

    await userEvent.click(all);

    expect(rows()).toHaveLength(11);
    expect(screen.getByRole('button', { name: 'Fewer' })).toBeVisible();
  });

  it('explains a right with a sentence that adds up and an account that sums', async () => {
    setup(createEvaluation()).render();

    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Why peer review in Deployment?',
      }),
    );

    const dialog = within(
      screen.getByRole('dialog', { name: 'Autonomy of Payments API' }),
    );
    expect(
      dialog.getByText(
        'Level 3 allows inform; trust 0.39 of 0.75 allows peer review; accountability 0.84 allows decide. The lowest counts.',
      ),
    ).toBeVisible();
    const account = within(
      dialog.getByRole('table', { name: 'Trust in Deployment, line by line' }),
    );
    expect(account.getAllByRole('cell').map(cell => cell.textContent)).toEqual([
      '+0.250',
      '+0.694',
      '-0.535',
      '-0.019',
      '0.390',
    ]);

    await userEvent.click(dialog.getByRole('button', { name: /Data access/ }));

    expect(
      dialog.getByText(
        /the guardrail “Two reviewers on data exports” is breached and allows consult/,
      ),
    ).toBeVisible();
  });

  it.each([
    ['How', 'Change failure rate at most 15 % over 90 days'],
    [
      /Guardrails 1 breached/,
      'Risk: Personal data leaves without a second look.',
    ],
    [/Readiness 81/, 'Observability · 2 of 3'],
    ['Accountability 0.84', 'Incident sources'],
    [/Tier 2/, 'annotation autonomy/tier in the catalog'],
    ['Why these rights?', 'Tooling: decide'],
  ])('opens what is behind %s', async (name, text) => {
    setup(createEvaluation()).render();

    await userEvent.click(await screen.findByRole('button', { name }));
    const dialog = screen.getByRole('dialog');
    expect(within(dialog).getByText(text)).toBeVisible();

    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Close' }),
    );
    expect(screen.queryByText(text)).not.toBeInTheDocument();
  });

  it('shows silence and missing evidence instead of hiding them', async () => {
    const story = createEvaluation();
    setup({
      ...story,
      evidence: {
        sources: [
          { ...story.evidence.sources[0], state: 'silent' },
          story.evidence.sources[0],
        ],
        collectors: [],
      },
    }).render();

    expect(
      await screen.findByText('1 of 2 incident sources are silent'),
    ).toBeVisible();
  });

  it('says where no source watches the entity', async () => {
    setup(
      createEvaluation({ evidence: { sources: [], collectors: [] } }),
    ).render();

    expect(
      await screen.findByText('no incident source watches it'),
    ).toBeVisible();
  });

  it('holds thirty areas, long names, and nothing to measure', async () => {
    const story = createEvaluation();
    const long = 'x'.repeat(60);
    const rights: RightsStripProps['rights'] = Array.from(
      { length: 30 },
      (_, index) =>
        createRight({
          area: `a${index}`,
          title: `${long}${index}`,
          caps: [{ kind: 'accountability', right: 1, hard: true, actual: 0.1 }],
        }),
    );
    setup({
      ...story,
      rights,
      trust: [],
      readiness: { gaps: 0, applicable: 0, checks: [] },
      guardrails: createGuardrails([]),
      level: { ...story.level, level: 4, title: long },
    }).render();

    expect(await screen.findByText('At the top of the ladder')).toBeVisible();
    expect(screen.getByText('no guardrails')).toBeVisible();
    expect(screen.getByText('none apply')).toBeVisible();
    expect(screen.getByText('no checks apply')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'All 30' }));
    expect(rows()).toHaveLength(30);
  });

  it('counts what cannot be told as breached, and names what is breached first', async () => {
    const guardrails = createGuardrails([
      createGuardrail({ id: 'a', title: 'Untold', status: 'unknown' }),
      createGuardrail({ id: 'b', title: 'Broken', status: 'breached' }),
      createGuardrail({ id: 'c', title: 'Kept', status: 'ok' }),
    ]);
    setup(createEvaluation({ guardrails })).render();

    expect(await screen.findByText('2 breached')).toBeVisible();
    expect(screen.getByText('1 of 3 hold')).toBeVisible();
    const [first, second] = screen.getAllByText(/Broken|Untold/);
    expect(first).toHaveTextContent('Broken');
    expect(second).toHaveTextContent('Untold');
  });

  it('shows at the top of the ladder what the level rests on', async () => {
    const { level, ...story } = createEvaluation();
    setup({
      ...story,
      level: { ...level, level: 4, title: level.ladder[3].title },
    }).render();

    await userEvent.click(await screen.findByRole('button', { name: 'Why' }));

    const panel = within(screen.getByRole('tabpanel', { name: 'Level' }));
    expect(
      panel.getByText('Level 4 · Full autonomy with continuous alignment'),
    ).toBeVisible();
    expect(panel.getByText('Accountability at least 0.80')).toBeVisible();
  });

  it('names two breached guardrails and counts the rest', async () => {
    const guardrails = createGuardrails(
      ['One', 'Two', 'Three', 'Four'].map(title =>
        createGuardrail({ id: title, title, status: 'breached' }),
      ),
    );
    setup(createEvaluation({ guardrails })).render();

    expect(await screen.findByText('4 breached')).toBeVisible();
    expect(screen.getByText('Two')).toBeVisible();
    expect(screen.getByText('and 2 more')).toBeVisible();
    expect(screen.queryByText('Three')).not.toBeInTheDocument();
  });

  it('says on top that rights are not enforced yet', async () => {
    setup(
      createEvaluation({ enforcedFrom: Date.now() + 40 * 86_400_000 }),
    ).render();

    expect(await screen.findByRole('note')).toHaveTextContent(
      /^Rights are shown, not enforced until /,
    );
  });

  it('waits with a skeleton', async () => {
    const { api, render } = setup();
    jest.spyOn(api, 'getEntity').mockReturnValue(new Promise(() => {}));
    render();

    expect(
      await screen.findByRole('status', {
        name: 'Loading what the team may decide',
      }),
    ).toBeVisible();
  });

  it('explains that there is no evaluation', async () => {
    setup().render();

    expect(await screen.findByText('No evaluation')).toBeVisible();
    expect(screen.getByText(/outside the scope of autonomy/)).toBeVisible();
  });

  it('offers to try again after an error', async () => {
    const { api, render } = setup(createEvaluation());
    jest.spyOn(api, 'getEntity').mockRejectedValueOnce(new Error('no route'));
    render();

    expect(await screen.findByRole('alert')).toHaveTextContent('no route');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

    expect(
      await screen.findByRole('img', { name: 'Level 3 of 4' }),
    ).toBeVisible();
  });

  it('says when it is not permitted, without offering to try again', async () => {
    const { api, render } = setup();
    jest
      .spyOn(api, 'getEntity')
      .mockRejectedValue(Object.assign(new Error('403'), { statusCode: 403 }));
    render();

    expect(await screen.findByText('Not permitted')).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'Try again' }),
    ).not.toBeInTheDocument();
  });

  it('loads again on request and keeps what it shows meanwhile', async () => {
    const { api, render } = setup(createEvaluation());
    const getEntity = jest.spyOn(api, 'getEntity');
    render();

    await userEvent.click(
      await screen.findByRole('button', { name: 'Load again' }),
    );

    expect(getEntity).toHaveBeenCalledTimes(2);
    expect(screen.getByRole('img', { name: 'Level 3 of 4' })).toBeVisible();
  });
});
