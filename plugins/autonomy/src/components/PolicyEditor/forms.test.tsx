import {
  createCheck,
  policyTexts,
} from '@aligned-autonomy/backstage-plugin-autonomy-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { codeOf, setUpEditor } from './__testUtils__/setUpEditor';

// Its answers are cached from one test to the next.
jest.mock('@backstage/plugin-permission-react');

const YAML = 'YAML of the draft';
const OURS = `apiVersion: aligned-autonomy/v1
kind: Policy
metadata:
  name: ours
spec:
  levels:
    # We are careful.
    - level: 3
      minReadiness: 70
`;

describe('the form of the policy', () => {
  afterEach(() => sessionStorage.clear());

  it('says what is in force, and writes only what differs', async () => {
    const user = userEvent.setup();
    await setUpEditor({ yaml: OURS });
    const level = within(
      await screen.findByRole('region', { name: 'Level 3' }),
    );
    expect(await level.findByText('In force: 65')).toBeVisible();
    const field = level.getByRole('textbox', { name: 'Readiness, 0 to 100' });

    await user.clear(field);
    await user.type(field, '75');
    await user.tab();
    await waitFor(() => expect(codeOf(YAML)).toBe(OURS.replace('70', '75')));

    await user.clear(field);
    await user.type(field, '65');
    await user.tab();
    await waitFor(() => expect(codeOf(YAML)).not.toContain('minReadiness'));
  });
});

describe('the form of an overlay', () => {
  afterEach(() => sessionStorage.clear());

  it('puts what holds here beside what holds everywhere', async () => {
    const user = userEvent.setup();
    await setUpEditor({ yaml: policyTexts.overlay });
    const table = within(
      await screen.findByRole('table', {
        name: 'Secrets rotated within 90 days',
      }),
    );
    expect(
      table.getByRole('row', { name: /^Effect while breached narrow/ }),
    ).toBeVisible();

    await user.click(table.getByRole('checkbox', { name: 'yes, here' }));

    await waitFor(() => expect(codeOf(YAML)).toContain('mandatory: true'));
  });

  it('says why the value of the centre holds', async () => {
    const { policyApi } = await setUpEditor({ yaml: policyTexts.overlay });
    jest.spyOn(policyApi, 'validate').mockResolvedValue({
      issues: [
        {
          line: 10,
          column: 15,
          field: 'spec.checks[0].effect',
          message:
            'an overlay may only tighten (expected at least narrow, found inform)',
        },
      ],
      warnings: [],
      changes: [],
    });
    const user = userEvent.setup();

    await user.selectOptions(
      await screen.findByRole('combobox', {
        name: /Secrets rotated within 90 days: Effect/,
      }),
      'inform',
    );

    const mistakes = within(
      await screen.findByRole('list', { name: 'Mistakes' }),
    );
    expect(
      mistakes.getByRole('button', { name: /^Go to line 10/ }),
    ).toBeVisible();
    expect(
      mistakes.getByText(/^The value of the centre goes on holding/),
    ).toBeVisible();
  });
});

describe('a draft tried on one entity', () => {
  it('shows the values that were read, and what would change', async () => {
    const user = userEvent.setup();
    const { policyApi } = await setUpEditor({
      yaml: policyTexts.guardrails,
      applicability: {
        inScope: 64,
        selected: 38,
        examples: ['component:default/payments-api'],
        checks: [{ id: 'secrets-rotated', applies: 12 }],
      },
      trial: {
        checks: [createCheck({ id: 'secrets-rotated', title: 'Secrets' })],
        difference: {
          settled: {
            checks: [],
            guardrails: [],
            rights: [{ area: 'security', from: 4, to: 3 }],
          },
        },
      },
    });
    const tryOn = jest.spyOn(policyApi, 'tryOn');
    expect(await screen.findByText(/^Selects 38 of 64 entities/)).toBeVisible();
    expect(screen.getByText('applies to 12 entities')).toBeVisible();

    await user.type(screen.getByRole('textbox', { name: 'Entity' }), 'pay');
    await user.click(await screen.findByRole('option'));
    await user.click(screen.getByRole('button', { name: 'Try' }));

    expect(
      await screen.findByText('Security: from inform to peer review'),
    ).toBeVisible();
    expect(
      within(
        screen.getByRole('list', { name: 'What its checks say' }),
      ).getByText('Secrets'),
    ).toBeVisible();
    expect(tryOn).toHaveBeenCalledWith(
      expect.objectContaining({ yaml: policyTexts.guardrails }),
    );
  });
});
