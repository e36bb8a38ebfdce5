import { expect, test, type Locator, type Page } from '@playwright/test';
import { ApiAs } from './api';
import { setClockAhead } from './clock';
import { signInAs, signOut } from './portal';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** What the backend does in its next round. */
const NEXT_ROUND = { timeout: 45_000 };

// Nobody else waits for what is due by then.
test.afterEach(() => setClockAhead(0));

/** A check of an evaluation, by its id, wherever it is in it. */
function checkIn(evaluation: unknown, id: string): { state: string } {
  let found: { state: string } | undefined;
  JSON.stringify(evaluation, (_, value) => {
    if (value?.id === id && value.title && value.state) found = value;
    return value;
  });
  expect(found).toBeDefined();
  return found!;
}

async function vote(page: Page, choice: 'Approve' | 'Reject', reason: string) {
  await page.getByRole('radio', { name: choice }).check();
  await page.getByRole('textbox', { name: 'Reason' }).fill(reason);
  await page.getByRole('button', { name: 'Vote', exact: true }).click();
}

test('an exemption is refused, asked for again, granted, and lapses', async ({
  page,
  request,
}) => {
  test.setTimeout(180_000);
  const ENTITY = 'component:default/payouts-worker';
  const CHECK = 'availability';
  const TITLE = '99.9 % available for three months';
  const REFUSAL = 'Say first what you do about it until then.';
  const asked = async (person: string) => {
    const api = await ApiAs.person(request, person);
    const { items } = await api.get(`exemptions?entity=${ENTITY}&limit=100`);
    return items.filter(
      ({ checkId }: { checkId: string }) => checkId === CHECK,
    );
  };
  const stateFor = async (person: string) => {
    const api = await ApiAs.person(request, person);
    return checkIn(await api.evaluationOf('payouts-worker'), CHECK).state;
  };
  const cleo = await ApiAs.person(request, 'cleo.cto');
  const { evaluatedAt } = await cleo.evaluationOf('payouts-worker');
  // The clock is not set far ahead, and may have been before: evaluations do not go back.
  const until = new Date(Math.max(Date.now(), evaluatedAt) + 2 * DAY)
    .toISOString()
    .slice(0, 'YYYY-MM-DD'.length);
  async function ask(reason: string) {
    await page
      .getByRole('button', { name: `Request exemption: ${TITLE}` })
      .first()
      .click();
    const dialog = page.getByRole('dialog', { name: 'Request an exemption' });
    await dialog.getByRole('textbox', { name: 'Reason' }).fill(reason);
    await dialog.getByLabel(/^Until/).fill(until);
    await dialog.getByRole('button', { name: 'Send the request' }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText(`Reason: ${reason}`).first()).toBeVisible();
  }
  async function openFromAgenda() {
    // Ingrid is on two of them.
    await page.goto('/autonomy/boards?board=group:default/payments-board');
    await page.getByRole('link', { name: `exemption from “${TITLE}”` }).click();
    await expect(
      page.getByRole('heading', { name: `exemption from “${TITLE}”` }),
    ).toBeVisible();
  }
  expect(await stateFor('petra.platform')).toBe('fail');

  await test.step('Liam asks', async () => {
    await signInAs(page, 'Liam Lead');
    await page.goto('/catalog/default/component/payouts-worker/autonomy');
    await ask('The provider had a bad spring, which nobody can undo.');
    await signOut(page);
  });

  await test.step('Bo refuses, with a reason', async () => {
    await signInAs(page, 'Bo Board');
    await openFromAgenda();
    await expect(page.getByText(/nobody can undo\.$/)).toBeVisible();
    await vote(page, 'Reject', REFUSAL);
    await expect(page.getByText('The check keeps counting.')).toBeVisible();
    await signOut(page);
  });

  await test.step('Liam reads why, and asks again', async () => {
    await signInAs(page, 'Liam Lead');
    await page.goto('/catalog/default/component/payouts-worker/autonomy');
    await expect(
      page.getByText(/^The board denied an exemption on/).first(),
    ).toBeVisible();
    await expect(page.getByText(`Reason: ${REFUSAL}`).first()).toBeVisible();
    await ask(
      'A second provider is connected tomorrow and takes over at once.',
    );
    await signOut(page);
  });

  await test.step('Ingrid grants it', async () => {
    await signInAs(page, 'Ingrid Moe');
    await openFromAgenda();
    await vote(page, 'Approve', 'That mends it, and it ends by itself.');
    await expect(page.getByText(/The check is exempt until/)).toBeVisible();
    await signOut(page);
  });
  await expect
    .poll(() => stateFor('petra.platform'), NEXT_ROUND)
    .toBe('exempt');
  const [granted, ...others] = (await asked('petra.platform')).sort(
    (a: { requestedAt: number }, b: { requestedAt: number }) =>
      b.requestedAt - a.requestedAt,
  );
  expect(granted).toMatchObject({
    state: 'in-force',
    requestedBy: 'user:default/liam.lead',
    decisionReason: 'That mends it, and it ends by itself.',
  });
  expect(others).toContainEqual(
    expect.objectContaining({ state: 'denied', decisionReason: REFUSAL }),
  );

  await test.step('Bo comes too late', async () => {
    await signInAs(page, 'Bo Board');
    await page.goto(`/autonomy/boards/proposals/${granted.proposalId}`);
    await expect(page.getByText('Ingrid Moe: for')).toBeVisible();
    await expect(page.getByRole('radio')).toHaveCount(0);
    const bo = await ApiAs.person(request, 'bo.board');
    const late = await bo.tryPost(`proposals/${granted.proposalId}/votes`, {
      vote: 'reject',
      comment: 'I would have asked for more.',
    });
    expect(late.status()).toBe(409);
  });

  setClockAhead(granted.expiresAt - Date.now() + MINUTE);
  await expect.poll(() => stateFor('cleo.cto'), NEXT_ROUND).toBe('fail');
  expect(await asked('cleo.cto')).toContainEqual(
    expect.objectContaining({ id: granted.id, state: 'expired' }),
  );
});

test('a disagreement in an audit becomes a trial grant', async ({
  page,
  request,
}) => {
  test.setTimeout(180_000);
  const ENTITY = 'component:default/reader-gateway';
  const AREA = 'technology-choice';
  const TITLE = 'Technology choice';
  const ACTION = 'Choose the next library without asking, for two months';
  const auditFor = async (person: string) => {
    const api = await ApiAs.person(request, person);
    const { items } = await api.get(
      `audits?entity=${ENTITY}&state=rating&state=comparing&state=agreed`,
    );
    return items[0];
  };
  const rightFor = async (person: string) => {
    const api = await ApiAs.person(request, person);
    const { rights } = await api.evaluationOf('reader-gateway');
    return rights.find(({ area }: { area: string }) => area === AREA);
  };
  const before = await rightFor('dana.developer');
  const wanted = before.recommended + 1;
  async function openFromList() {
    await page.goto('/autonomy/audits?view=boards');
    await page
      .getByRole('table', { name: 'Trust audits' })
      .getByRole('link', { name: 'Reader gateway', exact: true })
      .click();
  }
  const table = page.getByRole('table', { name: 'Rating of every area' });
  /** The choice of a right, by its place in the row of its area. */
  const choice = (area: string, right: number) =>
    table
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: area }) })
      .getByRole('radio')
      .nth(right - 1);
  const rate = page.getByRole('button', { name: 'Rate', exact: true });

  await test.step('Aiko rates for the team', async () => {
    await signInAs(page, 'Aiko Mori');
    await openFromList();
    await expect(
      page.getByRole('heading', { name: 'Rate for the team' }),
    ).toBeVisible();
    await rate.click();
    await expect(page.getByText(/\d+ areas have no rating\./)).toBeVisible();
    await page.getByRole('button', { name: 'Rate as recommended' }).click();
    await choice(TITLE, wanted).check();
    await page
      .getByRole('textbox', { name: 'Note' })
      .fill('We know this market better than anybody.');
    await rate.click();
    await expect(
      page.getByRole('heading', { name: 'What the team said' }),
    ).toBeVisible();
    await signOut(page);
  });

  await test.step('Greta rates for the board without seeing it', async () => {
    await signInAs(page, 'Greta Holm');
    await openFromList();
    await expect(
      page.getByRole('heading', { name: 'Rate for the board' }),
    ).toBeVisible();
    await expect(page.getByText('the team has rated')).toBeVisible();
    await expect(page.getByText(/better than anybody/)).toHaveCount(0);
    const unseen = await auditFor('greta.holm');
    expect(unseen).toMatchObject({ state: 'rating', rated: ['team'] });
    expect(unseen).not.toHaveProperty('team');
    expect(unseen).not.toHaveProperty('comparison');
    await page.getByRole('button', { name: 'Rate as recommended' }).click();
    await choice('Tooling', 3).check();
    await rate.click();
  });

  await test.step('they agree on a trial', async () => {
    await expect(
      page.getByRole('heading', { name: 'What do both agree on?' }),
    ).toBeVisible();
    await expect(page.getByText(/better than anybody/)).toBeVisible();
    const comparison = page.getByRole('table', {
      name: 'Team and board side by side',
    });
    const areas = await comparison.getByRole('rowheader').allInnerTexts();
    expect(areas.slice(0, 2).sort()).toEqual([TITLE, 'Tooling']);
    await expect(
      comparison
        .getByRole('row')
        .filter({ has: page.getByRole('rowheader', { name: TITLE }) }),
    ).toContainText('The team sees 1 step more than the board');

    // What they do not say alike has to be agreed on.
    const record = page.getByRole('button', { name: 'Record the agreement' });
    await page
      .getByRole('textbox', { name: 'Summary' })
      .fill('Two months of trial tell more than another talk.');
    await record.click();
    await expect(comparison.getByText('Needed.')).toHaveCount(2);
    await page
      .getByRole('combobox', { name: `Agreed right in ${TITLE}` })
      .selectOption(String(wanted));
    await page
      .getByRole('combobox', { name: 'Agreed right in Tooling' })
      .selectOption('4');
    await page.getByRole('button', { name: 'Add action' }).click();
    const action = page.getByRole('group', { name: 'Action 1' });
    await action.getByLabel('Area').selectOption(AREA);
    await action.getByLabel(/^What is to be done/).fill(ACTION);
    await record.click();
    await expect(
      page.getByRole('heading', { name: 'What was agreed on' }),
    ).toBeVisible();
  });

  await test.step('Greta moves the trial grant, and her vote decides', async () => {
    await page.getByRole('button', { name: /^Make it a trial grant/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Move a grant' });
    await expect(dialog.getByLabel('Decision area')).toHaveValue(AREA);
    await expect(
      dialog.getByRole('checkbox', { name: 'It is a trial' }),
    ).toBeChecked();
    await dialog
      .getByLabel('It has failed at an incident of')
      .selectOption('high');
    await expect(
      dialog.getByText('1 step more than recommended.', { exact: false }),
    ).toBeVisible();
    await dialog.getByRole('button', { name: 'Move it' }).click();
    await expect(dialog).toBeHidden();
    await page.getByRole('link', { name: 'To the grant' }).click();
    const grants = page.getByRole('region', {
      name: 'Grants',
      exact: true,
    });
    await expect(grants).toContainText('in force');
    await expect(grants).toContainText(
      'trial, fails at an incident of high severity or worse',
    );
  });

  await expect
    .poll(async () => (await rightFor('dana.developer')).effective, NEXT_ROUND)
    .toBe(wanted);
  const dana = await ApiAs.person(request, 'dana.developer');
  const { items: grants } = await dana.get(`grants?entity=${ENTITY}`);
  expect(grants).toMatchObject([
    {
      area: AREA,
      right: wanted,
      state: 'in-force',
      reason: ACTION,
      trial: { failsFrom: 'high' },
      openedBy: 'user:default/greta.holm',
      recommended: before.recommended,
    },
  ]);
  expect(await auditFor('dana.developer')).toMatchObject({
    state: 'agreed',
    agreedBy: 'user:default/greta.holm',
    agreed: { [AREA]: wanted, tooling: 4 },
    actions: [{ kind: 'grant', area: AREA, title: ACTION, ref: grants[0].id }],
  });
});

test('a member of a board works through the agenda by keyboard, with one reason for all', async ({
  page,
  request,
}) => {
  test.setTimeout(120_000);
  const BOARD = 'group:default/payments-board';
  const REASON = 'Looked at together with both teams on Tuesday.';
  const proposals = async (person: string, query: string) => {
    const api = await ApiAs.person(request, person);
    const { items } = await api.get(
      `proposals?board=${BOARD}&limit=100&${query}`,
    );
    return items;
  };
  /** With the Tab key alone. */
  async function tabTo(wanted: Locator) {
    for (let presses = 0; presses < 200; presses += 1) {
      if (await wanted.evaluate(element => element.matches(':focus'))) return;
      await page.keyboard.press('Tab');
    }
    await expect(wanted).toBeFocused();
  }
  const dana = await ApiAs.person(request, 'dana.developer');
  const { proposalId } = await dana.post('exemptions', {
    entityRef: 'component:default/ledger-service',
    checkId: 'team-capacity',
    reason: 'Two people join the team with the new quarter.',
    expiresAt: new Date(Date.now() + 20 * DAY).toISOString(),
  });
  const reviews = await proposals('bo.board', 'matter=tier-review&state=open');
  expect(reviews.length).toBeGreaterThan(1);
  const ids: string[] = [
    proposalId,
    ...reviews.map(({ id }: { id: string }) => id),
  ];

  await signInAs(page, 'Bo Board');
  await page.goto('/autonomy/boards');
  const agenda = page.getByRole('table', { name: 'What is proposed' });
  await agenda.waitFor();
  const voteOn = page.getByRole('button', { name: 'Vote on what is chosen' });
  await expect(voteOn).toBeDisabled();
  const choices = agenda
    .getByRole('row')
    .filter({ hasText: /declared tier|Ledger.*“Capacity for new/ })
    .getByRole('checkbox');
  await expect(choices).toHaveCount(ids.length);
  for (const choice of await choices.all()) {
    await tabTo(choice);
    await page.keyboard.press('Space');
    await expect(choice).toBeChecked();
  }
  await expect(page.getByText(`${ids.length} chosen`)).toBeVisible();
  await tabTo(voteOn);
  await page.keyboard.press('Enter');

  const dialog = page.getByRole('dialog', {
    name: `Vote on ${ids.length} proposals`,
  });
  await dialog.waitFor();
  await expect(
    dialog
      .getByRole('list', { name: 'What is voted on' })
      .getByRole('listitem'),
  ).toHaveCount(ids.length);
  const submit = dialog.getByRole('button', { name: 'Vote', exact: true });
  await tabTo(submit);
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('Choose one of them.')).toBeVisible();
  await tabTo(dialog.getByRole('radio', { name: 'Approve' }));
  await page.keyboard.press('Space');
  await tabTo(dialog.getByRole('textbox', { name: 'Reason' }));
  await page.keyboard.type(REASON);
  await tabTo(submit);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  for (const choice of ['declared tier', '“Capacity for new']) {
    await expect(agenda.getByText(choice)).toHaveCount(0);
  }

  const decided = (await proposals('petra.platform', 'state=approved')).filter(
    ({ id }: { id: string }) => ids.includes(id),
  );
  expect(decided).toHaveLength(ids.length);
  for (const proposal of decided) {
    expect(proposal.votes).toMatchObject([
      {
        voterRef: 'user:default/bo.board',
        vote: 'approve',
        comment: REASON,
      },
    ]);
  }
});
