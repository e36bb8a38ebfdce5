import { policyTexts } from '@aligned-autonomy/backstage-plugin-autonomy-react/testUtils';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { codeOf, setUpEditor, writeCode } from './__testUtils__/setUpEditor';

// Its answers are cached from one test to the next.
jest.mock('@backstage/plugin-permission-react');

const YAML = 'YAML of the draft';

const button = (name: string | RegExp) => screen.getByRole('button', { name });

describe('PolicyEditor', () => {
  afterEach(() => sessionStorage.clear());

  it('writes what the form says into the text and keeps its comments', async () => {
    const user = userEvent.setup();
    const { draft, policyApi } = await setUpEditor({
      yaml: policyTexts.guardrails,
    });

    const title = screen.getAllByRole('textbox', { name: /^Title/ })[0];
    await user.clear(title);
    await user.type(title, 'Our guardrails');
    await user.tab();

    await waitFor(() =>
      expect(codeOf(YAML)).toContain('title: Our guardrails'),
    );
    expect(codeOf(YAML)).toContain('# Zero means zero.');
    expect(screen.getByText('Not saved yet')).toBeVisible();

    await user.click(button('Save'));

    expect(await screen.findByText(/^Saved/)).toBeVisible();
    const saved = await policyApi.getDraft(draft.id);
    expect(saved?.revision).toBe(2);
    expect(saved?.yaml).toBe(
      policyTexts.guardrails.replace(
        'Organisation guardrails',
        'Our guardrails',
      ),
    );
  });

  it('underlines a mistake of an expression, says it, and publishes nothing', async () => {
    const user = userEvent.setup();
    const { policyApi } = await setUpEditor({ yaml: policyTexts.readiness });
    const wrong = {
      line: 10,
      field: 'spec.checks[0].expression',
      message: 'unknown fact catalog.owner.exits',
    };
    jest.spyOn(policyApi, 'validate').mockImplementation(async yaml => ({
      issues: yaml.includes('exits') ? [wrong] : [],
      warnings: [],
      changes: [],
    }));
    await waitFor(() => expect(button('Publish …')).toBeEnabled());

    await user.click(button('Requests are traced'));
    writeCode('Expression', 'catalog.owner.exits');

    expect(
      await screen.findByText(/did you mean catalog\.owner\.exists\?/),
    ).toBeVisible();
    const field = screen.getByRole('textbox', { name: 'Expression' });
    await waitFor(() =>
      expect(field.querySelector('.cm-lintRange-error')).toHaveTextContent(
        'catalog.owner.exits',
      ),
    );
    expect(field).toHaveAttribute('aria-invalid', 'true');
    expect(
      await screen.findByRole('list', { name: 'Mistakes' }),
    ).toHaveTextContent('spec.checks[0].expression');
    expect(button('Publish …')).toBeDisabled();

    writeCode('Expression', 'catalog.owner.exists');
    await waitFor(() => expect(button('Publish …')).toBeEnabled());
  });

  it('moves, copies, adds and takes away checks', async () => {
    const user = userEvent.setup();
    await setUpEditor({ yaml: policyTexts.guardrails });
    const titles = () =>
      within(screen.getByRole('list', { name: 'Checks' }))
        .getAllByRole('button', { expanded: false })
        .map(({ textContent }) => textContent);
    const [rotated, critical] = titles();

    await user.click(button(`Move down: ${rotated}`));
    await waitFor(() => expect(titles()).toEqual([critical, rotated]));
    expect(codeOf(YAML)).toContain('# Zero means zero.');

    await user.click(button(`Duplicate: ${critical}`));
    await waitFor(() =>
      expect(codeOf(YAML)).toContain('id: no-critical-vulnerabilities-copy'),
    );
    await user.click(
      screen.getAllByRole('button', { name: `Remove: ${critical}` })[1],
    );
    await waitFor(() => expect(titles()).toEqual([critical, rotated]));
  });

  it('waits with the form while the text cannot be read', async () => {
    await setUpEditor({ yaml: policyTexts.readiness });

    writeCode(YAML, 'kind: Scorecard\nspec: [');

    expect(
      await screen.findByText(/^The form waits until the YAML can be read/),
    ).toBeVisible();
    expect(button('Add a check')).toBeDisabled();
    expect(button('Publish …')).toBeDisabled();
  });

  it('shows both texts where somebody else was quicker, and overwrites knowingly', async () => {
    const user = userEvent.setup();
    const { draft, policyApi } = await setUpEditor({
      yaml: policyTexts.readiness,
    });
    const mine = policyTexts.readiness.replace('traced', 'followed');
    const theirs = policyTexts.readiness.replace('linked', 'there');
    await policyApi.changeDraft(draft.id, { revision: 1, yaml: theirs });

    writeCode(YAML, mine);
    await user.click(button('Save'));

    const dialog = await screen.findByRole('dialog', {
      name: 'Somebody else was quicker',
    });
    expect(
      within(dialog).getByRole('textbox', { name: 'From their text to yours' }),
    ).toHaveTextContent('Requests are followed');
    expect((await policyApi.getDraft(draft.id))?.yaml).toBe(theirs);

    await user.click(button('Keep mine, overwrite theirs'));

    await waitFor(async () =>
      expect((await policyApi.getDraft(draft.id))?.yaml).toBe(mine),
    );
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
  });

  it('takes what somebody else saved', async () => {
    const user = userEvent.setup();
    const { draft, policyApi } = await setUpEditor({
      yaml: policyTexts.readiness,
    });
    const theirs = policyTexts.readiness.replace('linked', 'there');
    await policyApi.changeDraft(draft.id, { revision: 1, yaml: theirs });
    writeCode(YAML, policyTexts.readiness.replace('traced', 'followed'));

    await user.click(button('Save'));
    await user.click(
      await screen.findByRole('button', { name: 'Take theirs' }),
    );

    await waitFor(() => expect(codeOf(YAML)).toBe(theirs));
    expect(await screen.findByText(/^Saved/)).toBeVisible();
  });

  it('publishes from a date on, with the simulation that was looked at', async () => {
    const user = userEvent.setup();
    const { draft, policyApi } = await setUpEditor({
      yaml: policyTexts.readiness,
    });
    const simulation = await policyApi.startSimulation({ draftId: draft.id });
    const publishDraft = jest.spyOn(policyApi, 'publishDraft');
    await waitFor(() => expect(button('Publish …')).toBeEnabled());

    await user.click(button('Publish …'));
    const dialog = within(await screen.findByRole('dialog'));
    expect(
      await dialog.findByText(/^Simulated, once settled: Nobody would feel it/),
    ).toBeVisible();
    await user.click(dialog.getByRole('button', { name: 'Publish' }));
    expect(publishDraft).not.toHaveBeenCalled();

    await user.type(
      dialog.getByRole('textbox', { name: /^Why/ }),
      'Runbooks save nights.',
    );
    await user.click(dialog.getByRole('radio', { name: /^From a date on/ }));
    const from = new Date(Date.now() + 14 * 86_400_000)
      .toISOString()
      .slice(0, 16);
    fireEvent.change(dialog.getByLabelText('Date and time (UTC)'), {
      target: { value: from },
    });
    await user.click(dialog.getByRole('button', { name: 'Announce' }));

    expect(
      await screen.findByText('/autonomy/scorecards/scorecard/readiness'),
    ).toBeInTheDocument();
    expect(publishDraft).toHaveBeenCalledWith(draft.id, {
      revision: 1,
      note: 'Runbooks save nights.',
      effectiveFrom: Date.parse(`${from}Z`),
      simulationId: simulation.id,
    });
  });

  it('says that nobody knows who will feel it, and why it was refused', async () => {
    const user = userEvent.setup();
    const { policyApi } = await setUpEditor({
      yaml: policyTexts.readiness,
      search: '?publish=true',
    });
    jest
      .spyOn(policyApi, 'publishDraft')
      .mockRejectedValue(new Error('user:default/cto published version 7'));

    const dialog = within(await screen.findByRole('dialog'));
    expect(
      await dialog.findByText(/This text has not been simulated/),
    ).toBeVisible();
    await user.type(dialog.getByRole('textbox', { name: /^Why/ }), 'x');
    await user.click(dialog.getByRole('button', { name: 'Publish' }));

    expect(await dialog.findByRole('alert')).toHaveTextContent(
      'user:default/cto published version 7',
    );
  });

  it('goes back to text that was not saved', async () => {
    const user = userEvent.setup();
    const kept = policyTexts.readiness.replace('traced', 'followed');
    sessionStorage.setItem(
      'autonomy-draft-draft-1',
      JSON.stringify({ yaml: kept, revision: 1 }),
    );
    await setUpEditor({ yaml: policyTexts.readiness });
    expect(codeOf(YAML)).toBe(kept);

    await user.click(button('Go back to what is saved'));

    await waitFor(() => expect(codeOf(YAML)).toBe(policyTexts.readiness));
  });

  it('shows a draft to whoever may not change it', async () => {
    await setUpEditor({ yaml: policyTexts.readiness, allowed: false });

    expect(
      screen.getByText('You may read this draft and not change it.'),
    ).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'Save' }),
    ).not.toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: YAML })).toHaveAttribute(
      'aria-readonly',
      'true',
    );
  });
});
