import {
  createCheckInsight,
  FakeAutonomyPolicyApi,
  policyTexts,
} from '@aligned-autonomy/backstage-plugin-autonomy-react/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderScorecards } from '../__testUtils__/renderScorecards';

// Its answers are cached from one test to the next.
jest.mock('@backstage/plugin-permission-react');

const NOW = Date.UTC(2026, 2, 1, 12);
const DAY = 86_400_000;
const VERSION = {
  kind: 'scorecard' as const,
  name: 'readiness',
  action: 'publish' as const,
  author: 'user:default/petra.platform',
  note: 'Runbooks count twice.',
  yaml: policyTexts.readiness,
  changes: [
    {
      subject: 'check' as const,
      change: 'changed' as const,
      role: 'readiness' as const,
      id: 'runbook',
      field: 'weight',
      from: 1,
      to: 2,
    },
  ],
};

function anApi() {
  return new FakeAutonomyPolicyApi({
    now: () => NOW,
    documents: [
      {
        yaml: policyTexts.guardrails,
        origin: { type: 'file', place: 'policy/guardrails.yaml' },
      },
      {
        yaml: policyTexts.overlay,
        origin: {
          type: 'url',
          place: 'https://example.com/overlay.yaml',
          readAt: NOW,
        },
      },
      {
        yaml: policyTexts.policy,
        origin: { type: 'built-in', place: 'policy.yaml' },
      },
    ],
    problems: [
      {
        place: 'https://example.com/overlay.yaml',
        message: 'timeout',
        since: NOW,
      },
    ],
    versions: [
      {
        ...VERSION,
        number: 4,
        publishedAt: NOW - DAY,
        effectiveFrom: NOW - DAY,
      },
      {
        ...VERSION,
        number: 5,
        note: 'Three times, from spring on.',
        publishedAt: NOW,
        effectiveFrom: NOW + 20 * DAY,
        simulationId: 'sim-7',
      },
    ],
    insights: [
      createCheckInsight({ pass: 30, applies: 40, coverage: 0.5 }),
      createCheckInsight({
        id: 'no-critical-vulnerabilities',
        pass: 10,
        applies: 10,
        coverage: 0.125,
        nobodyFails: true,
      }),
    ],
  });
}

describe('DocumentsPage', () => {
  it('says of every document what it is, where it comes from and how it fares', async () => {
    renderScorecards(anApi());

    const scorecards = await screen.findByRole('table', { name: 'Scorecards' });
    const [, guardrails, readiness] = within(scorecards).getAllByRole('row');
    expect(
      await within(guardrails).findByRole('link', { name: '80%' }),
    ).toHaveAttribute('href', '/autonomy/scorecards/scorecard/guardrails');
    expect(guardrails).toHaveTextContent('Organisation guardrails');
    expect(guardrails).toHaveTextContent('file policy/guardrails.yaml');
    expect(guardrails).toHaveTextContent('13% to 50%');
    expect(guardrails).toHaveTextContent('1 check that nobody fails');
    expect(readiness).toHaveTextContent(
      /published here, version 4 by petra\.platform/,
    );
    expect(readiness).toHaveTextContent(
      /Announced for Mar 21, 2026.*version 5/,
    );
    const [, overlay] = within(
      screen.getByRole('table', { name: 'Overlays, by domain' }),
    ).getAllByRole('row');
    expect(overlay).toHaveTextContent(/Payments.*payments.*example\.com/);
    expect(
      screen.getByRole('table', { name: /^Policy: ladder/ }),
    ).toHaveTextContent('built in');
    expect(screen.getByRole('alert')).toHaveTextContent(
      /overlay\.yaml cannot be read since .*: timeout/,
    );
  });

  it('tells what was published, why, and what it changed', async () => {
    renderScorecards(anApi());

    const table = await screen.findByRole('table', {
      name: 'Published changes',
    });
    const [, newest, former] = within(table).getAllByRole('row');
    expect(newest).toHaveTextContent('Three times, from spring on.');
    expect(newest).toHaveTextContent('announced');
    expect(
      within(newest).getByRole('link', { name: 'Simulation of version 5' }),
    ).toHaveAttribute('href', '/autonomy/scorecards/simulations/sim-7');
    expect(former).toHaveTextContent('in force');
    expect(
      within(former).getByRole('link', { name: 'Production readiness' }),
    ).toHaveAttribute('href', '/autonomy/scorecards/scorecard/readiness');

    await userEvent.click(
      within(former).getByRole('button', { name: 'Show changes: version 4' }),
    );

    expect(
      await screen.findByRole('list', { name: 'Changes' }),
    ).toHaveTextContent('changes check runbook, weight: 1 becomes 2');
  });

  it('says who is working on a document', async () => {
    const api = anApi();
    await api.createDraft({ of: { kind: 'policy', name: 'default' } });
    renderScorecards(api);

    expect(
      await screen.findByRole('link', { name: 'guest is working on it.' }),
    ).toHaveAttribute('href', '/autonomy/scorecards/drafts/draft-1');
  });

  it('offers nothing that changes the policy to whoever only reads', async () => {
    renderScorecards(anApi(), {
      isAllowed: permission => permission === 'autonomy.policy.read',
    });

    await screen.findByRole('table', { name: 'Scorecards' });
    expect(screen.getByRole('button', { name: 'Export YAML' })).toBeVisible();
    for (const name of [/^New/, /^Import/, /^Starter/]) {
      expect(screen.queryByRole('button', { name })).not.toBeInTheDocument();
    }
  });

  it('asks nothing for whoever may not read the policy', async () => {
    const api = anApi();
    const listDocuments = jest.spyOn(api, 'listDocuments');
    renderScorecards(api, { isAllowed: () => false });

    expect(await screen.findByText('Not permitted')).toBeVisible();
    expect(listDocuments).not.toHaveBeenCalled();
  });

  it('shows documents without figures, and tries again after an error', async () => {
    const api = anApi();
    jest
      .spyOn(api, 'getCheckInsights')
      .mockRejectedValue(new Error('too busy'));
    jest
      .spyOn(api, 'listVersions')
      .mockRejectedValueOnce(new Error('no route'));
    renderScorecards(api);

    expect(await screen.findByRole('alert')).toHaveTextContent('no route');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('table', { name: 'Scorecards' }),
    ).toBeVisible();
    expect(screen.getByText(/could not be counted: too busy/)).toBeVisible();
  });
});
