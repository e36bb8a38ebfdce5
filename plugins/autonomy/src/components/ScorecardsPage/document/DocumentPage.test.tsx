import {
  createCheckInsight,
  FakeAutonomyPolicyApi,
  policyTexts,
  type FakeAutonomyPolicyApiOptions,
} from '@aligned-autonomy/backstage-plugin-autonomy-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderScorecards } from '../__testUtils__/renderScorecards';

// Its answers are cached from one test to the next.
jest.mock('@backstage/plugin-permission-react');
jest.mock('../../PolicyEditor', () => ({
  __esModule: true,
  default: () => <p>the editor</p>,
}));

const NOW = Date.UTC(2026, 2, 1, 12);
const DAY = 86_400_000;
const PATH = '/scorecard/guardrails';
const STRICTER = policyTexts.guardrails.replace(
  'effect: narrow',
  'effect: stop',
);

function version(number: number, yaml: string | undefined, at = NOW - DAY) {
  return {
    kind: 'scorecard' as const,
    name: 'guardrails',
    number,
    yaml,
    action: yaml === undefined ? ('retire' as const) : ('publish' as const),
    author: 'user:default/petra.platform',
    note: `note ${number}`,
    publishedAt: Math.min(at, NOW),
    effectiveFrom: at,
    changes: [],
  };
}

function anApi(options: FakeAutonomyPolicyApiOptions = {}) {
  return new FakeAutonomyPolicyApi({
    now: () => NOW,
    versions: [version(1, policyTexts.guardrails), version(2, STRICTER)],
    changes: [
      {
        subject: 'check',
        change: 'changed',
        role: 'guardrails',
        id: 'secrets-rotated',
        field: 'effect',
        from: 'stop',
        to: 'narrow',
        effect: 'loosens',
      },
    ],
    ...options,
  });
}

function press(name: string | RegExp) {
  return userEvent.click(screen.getByRole('button', { name }));
}

async function writeNote() {
  await userEvent.type(
    screen.getByRole('textbox', { name: /Why/ }),
    'Too hard.',
  );
}

describe('DocumentPage', () => {
  it('says how each check fares, with the way to the entities behind it', async () => {
    renderScorecards(
      anApi({
        insights: [
          createCheckInsight({ nobodyFails: true }),
          createCheckInsight({
            id: 'no-critical-vulnerabilities',
            passRate: undefined,
            coverage: undefined,
            unknownShare: undefined,
            trend: [],
          }),
        ],
      }),
      { path: PATH },
    );

    const checks = within(await screen.findByRole('list', { name: 'Checks' }));
    const [rotated, vulnerabilities] = checks.getAllByRole('listitem');
    expect(
      await within(rotated).findByRole('link', { name: '75% pass' }),
    ).toHaveAttribute(
      'href',
      '/autonomy?view=all&guardrail=secrets-rotated&guardrailState=ok',
    );
    expect(
      within(rotated).getByRole('link', { name: 'applies to 50%' }),
    ).toBeVisible();
    expect(
      within(rotated).getByRole('link', { name: '8% cannot be told' }),
    ).toBeVisible();
    expect(rotated).toHaveTextContent('Is it still worth asking?');
    expect(
      within(rotated).getByRole('img', { name: /passed by 60% on Mar 1/ }),
    ).toBeInTheDocument();
    expect(vulnerabilities).toHaveTextContent('mandatory');
    expect(vulnerabilities).toHaveTextContent('not counted yet');

    await userEvent.click(
      within(rotated).getByRole('button', { name: /^Secrets rotated/ }),
    );
    expect(rotated).toHaveTextContent('A leaked secret stays useful');
    expect(
      within(rotated).getByRole('link', { name: /Rotate through the vault/ }),
    ).toHaveAttribute('href', 'https://example.com/vault');
    expect(rotated).toHaveTextContent('security');
    expect(rotated).toHaveTextContent('every decision needs approval');
    expect(
      within(rotated).getByRole('link', { name: '6 fail' }),
    ).toHaveAttribute(
      'href',
      '/autonomy?view=all&guardrail=secrets-rotated&guardrailState=breached&guardrailState=at-risk',
    );
    expect(rotated).toHaveTextContent('1 in force');
  });

  it('is read only where the configuration has it, and says where to change it', async () => {
    renderScorecards(
      anApi({
        versions: [],
        documents: [
          {
            yaml: policyTexts.guardrails,
            origin: { type: 'file', place: 'policy/guardrails.yaml' },
          },
        ],
      }),
      { path: PATH },
    );

    expect(
      await screen.findByText(/Read only here.*policy\/guardrails\.yaml/),
    ).toBeVisible();
    expect(
      screen.getByRole('region', { name: 'Organisation guardrails as YAML' }),
    ).toHaveTextContent('# Zero means zero.');
    for (const name of ['Edit', 'Retire']) {
      expect(screen.queryByRole('button', { name })).not.toBeInTheDocument();
    }
  });

  it('offers no change to whoever only reads', async () => {
    renderScorecards(anApi(), {
      path: PATH,
      isAllowed: permission => permission === 'autonomy.policy.read',
    });

    await screen.findByRole('table', { name: 'Versions' });
    for (const name of [/^Edit/, /^Retire/, /^Bring back/]) {
      expect(screen.queryByRole('button', { name })).not.toBeInTheDocument();
    }
  });

  it('begins a draft of it', async () => {
    const api = anApi();
    renderScorecards(api, { path: PATH });
    await screen.findByRole('table', { name: 'Versions' });

    await press('Edit');

    expect(await screen.findByText('the editor')).toBeVisible();
    expect(await api.listDrafts()).toMatchObject([{ yaml: STRICTER }]);
  });

  it('says that somebody else began first, and leads to that draft', async () => {
    const api = anApi();
    renderScorecards(api, { path: PATH });
    await screen.findByRole('table', { name: 'Versions' });
    await api.createDraft({ of: { kind: 'scorecard', name: 'guardrails' } });

    await press('Edit');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /guest is working on a draft/,
    );
    await press('Show what is so now');

    expect(
      await screen.findByRole('button', { name: 'Open the draft of guest' }),
    ).toHaveAttribute('href', '/autonomy/scorecards/drafts/draft-1');
  });

  it('brings an earlier version back, after saying what that changes', async () => {
    const api = anApi();
    const rollBack = jest.spyOn(api, 'rollBack');
    const { verbs } = renderScorecards(api, { path: PATH });
    await screen.findByRole('table', { name: 'Versions' });

    await press('Bring back version 1');
    expect(
      await screen.findByRole('list', { name: 'Changes' }),
    ).toHaveTextContent(
      'loosens check secrets-rotated, effect: stop becomes narrow',
    );
    await press('Bring back');
    expect(screen.getByRole('textbox', { name: /Why/ })).toBeInvalid();
    expect(rollBack).not.toHaveBeenCalled();
    await writeNote();
    await press('Bring back');

    await waitFor(() => {
      const table = screen.getByRole('table', { name: 'Versions' });
      const [, newest] = within(table).getAllByRole('row');
      expect(newest).toHaveTextContent('version 1 brought back');
    });
    expect(rollBack).toHaveBeenCalledWith(
      { kind: 'scorecard', name: 'guardrails' },
      { to: 1, note: 'Too hard.', newest: 2 },
    );
    expect(verbs()).toContain('roll-back-policy');
  });

  it('says that somebody else was quicker, and shows what is so now', async () => {
    const api = anApi();
    renderScorecards(api, { path: PATH });
    await screen.findByRole('table', { name: 'Versions' });
    await press('Bring back version 1');
    await writeNote();
    const { id } = await api.createDraft({ yaml: policyTexts.guardrails });
    await api.publishDraft(id, { revision: 1, note: 'Was first.' });

    await press('Bring back');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Version 3 was published meanwhile by user:default/guest',
    );
    await press('Show what is so now');

    expect(await screen.findByText('Was first.')).toBeVisible();
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('withdraws what is announced, and publishes nothing else before', async () => {
    const api = anApi({
      versions: [
        version(1, policyTexts.guardrails),
        version(2, STRICTER),
        version(3, policyTexts.guardrails, NOW + 9 * DAY),
      ],
    });
    renderScorecards(api, { path: PATH });

    expect(
      await screen.findByText(
        /Version 3 is announced for Mar 10, 2026.*note 3/,
      ),
    ).toBeVisible();
    expect(
      screen.queryByRole('button', { name: /^Bring back/ }),
    ).not.toBeInTheDocument();
    await press('Withdraw version 3');
    await writeNote();
    await press('Withdraw');

    expect(
      await screen.findByRole('button', { name: 'Bring back version 1' }),
    ).toBeVisible();
    expect(screen.getByRole('table', { name: 'Versions' })).toHaveTextContent(
      /withdrawn by guest.*Too hard\./,
    );
  });

  it('retires it, at once or from a day on', async () => {
    const api = anApi();
    const retire = jest.spyOn(api, 'retire');
    renderScorecards(api, { path: PATH });
    await screen.findByRole('table', { name: 'Versions' });

    await press('Retire');
    await writeNote();
    await userEvent.type(screen.getByLabelText('From'), '2020-01-01');
    await press('Retire');
    expect(screen.getByText(/A day from tomorrow on/)).toBeVisible();
    expect(retire).not.toHaveBeenCalled();
    await userEvent.clear(screen.getByLabelText('From'));
    await press('Retire');

    expect(
      await screen.findByText(/It is not in force since version 3/),
    ).toBeVisible();
    expect(retire).toHaveBeenCalledWith(
      { kind: 'scorecard', name: 'guardrails' },
      { note: 'Too hard.', effectiveFrom: undefined, newest: 2 },
    );
  });

  it('compares the texts of two versions', async () => {
    renderScorecards(anApi(), { path: PATH });
    await screen.findByRole('table', { name: 'Versions' });

    await press('Compare two versions');

    const diff = await screen.findByRole('textbox', {
      name: 'Version 1 against version 2',
    });
    expect(diff).toHaveTextContent('effect: stop');
    expect(diff).toHaveTextContent('effect: narrow');
  });

  it('says what an overlay makes stricter', async () => {
    renderScorecards(anApi(), { path: '/overlay/payments' });

    expect(
      await screen.findByRole('region', { name: 'Stricter here' }),
    ).toHaveTextContent('check secrets-rotated: effect stop');
    expect(screen.getByText('It has no checks of its own.')).toBeVisible();
  });

  it.each(['/scorecard/none', '/nonsense/guardrails'])(
    'says that there is no such document: %s',
    async path => {
      renderScorecards(anApi(), { path });

      expect(await screen.findByText('No such document')).toBeVisible();
      expect(
        screen.getByRole('link', { name: 'All scorecards' }),
      ).toHaveAttribute('href', '/autonomy/scorecards');
    },
  );
});
