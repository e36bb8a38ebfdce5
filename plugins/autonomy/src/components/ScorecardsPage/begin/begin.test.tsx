import {
  FakeAutonomyPolicyApi,
  policyTexts,
} from '@aligned-autonomy/backstage-plugin-autonomy-react/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderScorecards } from '../__testUtils__/renderScorecards';

// Its answers are cached from one test to the next.
jest.mock('@backstage/plugin-permission-react');
jest.mock('../../PolicyEditor', () => ({
  __esModule: true,
  default: () => <p>the editor</p>,
}));

const DELIVERY = policyTexts.readiness
  .replace('name: readiness', 'name: delivery')
  .replace('Production readiness', 'Delivery');

function press(name: string) {
  return userEvent.click(screen.getByRole('button', { name }));
}

describe('beginning something new', () => {
  it('makes a draft of a new scorecard and goes where it is edited', async () => {
    const api = new FakeAutonomyPolicyApi();
    const { verbs } = renderScorecards(api);
    await screen.findByRole('table', { name: 'Scorecards' });

    await press('New scorecard');
    await press('Begin the draft');
    const title = screen.getByRole('textbox', { name: /Title/ });
    expect(title).toBeInvalid();
    await userEvent.type(title, 'Guardrails');
    await press('Begin the draft');
    expect(
      screen.getByText('There is a document of that name already.'),
    ).toBeVisible();
    await userEvent.type(title, ' of data');
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'What it is for' }),
      'Criteria of levels',
    );
    await press('Begin the draft');

    expect(await screen.findByText('the editor')).toBeVisible();
    expect(screen.getByLabelText('address')).toHaveTextContent(
      '/autonomy/scorecards/drafts/draft-1',
    );
    expect(await api.listDrafts()).toMatchObject([
      { name: 'guardrails-of-data', verdict: { issues: [] } },
    ]);
    expect(verbs()).toContain('begin-policy-draft');
  });

  it('makes a draft of the rules of a domain', async () => {
    const api = new FakeAutonomyPolicyApi();
    renderScorecards(api);
    await screen.findByRole('table', { name: 'Scorecards' });

    await press('New overlay');
    await screen.findByRole('option', { name: 'Check-out' });
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: /Domain/ }),
      'Check-out',
    );
    await press('Begin the draft');

    expect(await screen.findByText('the editor')).toBeVisible();
    const [draft] = await api.listDrafts();
    expect(draft).toMatchObject({ kind: 'overlay', name: 'checkout' });
    expect(draft.yaml).toContain('domain: domain:default/checkout');
  });

  it('adopts what is shipped, once', async () => {
    const api = new FakeAutonomyPolicyApi({
      starters: [
        {
          name: 'delivery',
          title: 'Delivery',
          description: 'Small, frequent and reversible.',
          checks: [
            {
              id: 'small',
              title: 'Changes are small',
              risk: 'Large ones hurt.',
            },
          ],
          yaml: DELIVERY,
          isAdopted: false,
        },
        {
          name: 'cost',
          title: 'Cost',
          description: 'No surprises.',
          checks: [],
          yaml: DELIVERY,
          isAdopted: true,
        },
      ],
    });
    renderScorecards(api);
    await screen.findByRole('table', { name: 'Scorecards' });

    await press('Starter set');
    const dialog = within(screen.getByRole('dialog'));
    expect(
      await dialog.findByText('Small, frequent and reversible.'),
    ).toBeVisible();
    expect(dialog.getByText('Large ones hurt.')).toBeInTheDocument();
    expect(dialog.getByText('in use already')).toBeVisible();
    expect(
      dialog.queryByRole('button', { name: 'Adopt: Cost' }),
    ).not.toBeInTheDocument();
    await press('Adopt: Delivery');

    expect(
      await dialog.findByRole('link', { name: 'Open the draft: Delivery' }),
    ).toHaveAttribute('href', '/autonomy/scorecards/drafts/draft-1');
    expect(await api.listDrafts()).toMatchObject([{ yaml: DELIVERY }]);
  });

  it('imports documents, pasted or from a file, and says what became of each', async () => {
    const api = new FakeAutonomyPolicyApi();
    renderScorecards(api);
    await screen.findByRole('table', { name: 'Scorecards' });

    await press('Import YAML');
    await press('Import');
    expect(
      screen.getByText('Choose a file, or paste the documents.'),
    ).toBeVisible();
    const text = `${DELIVERY}---\n${policyTexts.overlay}`;
    const file = new File([text], 'all.yaml', { type: 'text/yaml' });
    // What jsdom has not.
    Object.assign(file, { text: async () => text });
    await userEvent.upload(
      screen.getByLabelText('From a file', { selector: 'input' }),
      file,
    );
    expect(
      await screen.findByDisplayValue(/name: delivery/),
    ).toBeInTheDocument();
    await press('Import');

    const result = within(
      await screen.findByRole('dialog', {
        name: 'What became of each document',
      }),
    );
    const [delivery, payments] = result.getAllByRole('listitem');
    expect(delivery).toHaveTextContent('a draft was made');
    expect(within(delivery).getByRole('link')).toHaveAttribute(
      'href',
      '/autonomy/scorecards/drafts/draft-1',
    );
    expect(payments).toHaveTextContent(
      'payments (Overlay): says what is in force',
    );
  });

  it('says why documents are not imported and keeps what was typed', async () => {
    const api = new FakeAutonomyPolicyApi();
    renderScorecards(api);
    await screen.findByRole('table', { name: 'Scorecards' });

    await press('Import YAML');
    const field = screen.getByRole('textbox', { name: /documents/ });
    await userEvent.type(field, 'kind: Nothing');
    await press('Import');

    expect(await screen.findByRole('alert')).toHaveTextContent('kind');
    expect(field).toHaveValue('kind: Nothing');
  });
});
