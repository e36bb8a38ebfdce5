import { expect, test, type Page } from '@playwright/test';
import { ApiAs } from './api';
import { setClockAhead } from './clock';
import { signInAs, signOut } from './portal';

/*
 * Its end is 30 days ahead, when most evidence of the sample is stale. What was evaluated then stays, so the file is
 * named for being the last of all journeys.
 */
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** What the backend does in its next round. */
const NEXT_ROUND = { timeout: 45_000 };

test.afterEach(() => setClockAhead(0));

test.describe('trust after an incident', () => {
  const SERVICE = 'payments-api';
  const INCIDENT = 'INC-2041';
  const TITLE = 'Refunds with a second pair of eyes';

  interface Cap {
    kind: string;
    right: number;
    ref?: string;
  }

  /** Caps of the right in each area. */
  async function capsBy(api: ApiAs): Promise<Record<string, Cap[]>> {
    const { rights } = await api.evaluationOf(SERVICE);
    return Object.fromEntries(
      rights.map(({ area, caps }: { area: string; caps: Cap[] }) => [
        area,
        caps.map(({ kind, ref, right }) => ({ kind, ref, right })),
      ]),
    );
  }

  /** What the incident takes of the trust in security. */
  async function lossOf(api: ApiAs) {
    const { trust } = await api.evaluationOf(SERVICE);
    const { lines } = trust.find(
      ({ area }: { area: string }) => area === 'security',
    );
    return lines.find(
      ({ incidentId }: { incidentId?: string }) => incidentId === INCIDENT,
    );
  }

  async function planFor(api: ApiAs) {
    const { items } = await api.get(
      `plans?entity=component:default/${SERVICE}`,
    );
    return items.find(({ title }: { title: string }) => title === TITLE);
  }

  async function choose(page: Page, field: string, option: string | RegExp) {
    await page
      .getByRole('dialog')
      .getByRole('textbox', { name: field })
      .click();
    await page.getByRole('option', { name: option }).click();
  }

  const dayAfter = (day: string, days: number) =>
    new Date(Date.parse(day) + days * DAY).toISOString().slice(0, day.length);

  test('is rebuilt by a plan that team and board signed, in its area only', async ({
    page,
    request,
  }) => {
    test.setTimeout(120_000);
    setClockAhead(0);
    const petra = await ApiAs.person(request, 'petra.platform');
    const before = {
      caps: await capsBy(petra),
      rights: await petra.rightsOf(SERVICE),
      loss: await lossOf(petra),
    };
    // Reviewed, and not all that was to be done is done.
    expect(before.loss).toMatchObject({ learningFactor: 0.75 });

    // Dana drafts what is advised.
    await signInAs(page, 'Dana Developer');
    await page.goto(`/catalog/default/component/${SERVICE}/autonomy#plans`);
    const plans = page.getByRole('region', { name: 'Recalibration plans' });
    await plans.getByRole('button', { name: 'Draft a plan' }).click();
    const dialog = page.getByRole('dialog');
    await dialog
      .getByLabel('After the incident')
      .selectOption(`pagerduty/${INCIDENT}`);
    await expect(dialog).toContainText(
      'Targeted guardrails is advised, because:',
    );
    await expect(dialog).toContainText('Its severity was critical.');
    await expect(dialog).toContainText('a strong record');
    await dialog.getByRole('textbox', { name: 'Title' }).fill(TITLE);
    await dialog
      .getByRole('textbox', { name: 'Reason' })
      .fill('Links to refunds could be guessed; nobody looked at the tokens.');
    await expect(dialog.getByLabel('Approach')).toHaveValue(
      'targeted-guardrails',
    );
    await expect(dialog.getByLabel('Right that remains')).toHaveValue('2');
    const from = await dialog.getByLabel('From').inputValue();
    await dialog.getByLabel('Until').fill(dayAfter(from, 30));
    await dialog.getByLabel('Looked at on the way').fill(dayAfter(from, 15));
    // What caps rights says when it is over.
    await dialog.getByRole('button', { name: 'Save the draft' }).click();
    await expect(dialog.getByText('Needed.')).toHaveCount(1);
    await choose(page, 'What must be so at its end', /security checks · met/);
    await page.keyboard.press('Escape');
    await choose(page, 'Supporting team', 'Finance Data');
    await dialog.getByRole('button', { name: 'Save the draft' }).click();
    await expect(dialog).toBeHidden();

    // She signs for the team, which caps nothing yet.
    await plans
      .getByRole('button', { name: `Sign for the team: ${TITLE}` })
      .click();
    await dialog
      .getByRole('textbox', { name: 'Why you stand behind it' })
      .fill('We would rather be asked than guess again.');
    await dialog.getByRole('button', { name: 'Sign', exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(
      plans.getByRole('listitem').filter({ hasText: TITLE }).first(),
    ).toContainText('draft, not signed');
    expect(await capsBy(petra)).toEqual(before.caps);
    await signOut(page);

    // Security is owned centrally: the technology board signs.
    await signInAs(page, 'Cleo CTO');
    await page.goto('/autonomy/boards');
    await expect(
      page.getByRole('heading', { name: 'Technology Board' }),
    ).toBeVisible();
    await page
      .getByRole('link', { name: new RegExp(`sign the plan “${TITLE}”`) })
      .click();
    await page.getByRole('radio', { name: 'Approve' }).check();
    await page
      .getByRole('textbox', { name: 'Reason' })
      .fill('A month of looking twice, and it is theirs again.');
    await page.getByRole('button', { name: 'Vote', exact: true }).click();
    await expect(page.getByText('The board has signed.').first()).toBeVisible();

    const { id, endsAt } = await planFor(petra);
    const cap = { kind: 'plan', ref: id, right: 2 };
    await expect
      .poll(async () => (await capsBy(petra)).security, NEXT_ROUND)
      .toContainEqual(cap);
    const { security, ...others } = await capsBy(petra);
    const { security: securityBefore, ...othersBefore } = before.caps;
    expect(security).toHaveLength(securityBefore.length + 1);
    expect(others).toEqual(othersBefore);
    expect(await petra.rightsOf(SERVICE)).toEqual({
      ...before.rights,
      security: 2,
    });
    expect(await planFor(petra)).toMatchObject({
      state: 'active',
      boardRef: 'group:default/technology-board',
      supportedBy: 'group:default/finance-data-team',
      team: { signedBy: 'user:default/dana.developer' },
      board: { signedBy: 'user:default/cleo.cto' },
      criteria: [{ checkId: 'security-checks', met: true }],
    });

    // Its end has come, and what was asked for is so.
    setClockAhead(endsAt - Date.now() + MINUTE);
    await expect
      .poll(async () => (await planFor(petra)).state, NEXT_ROUND)
      .toBe('completed');
    await expect
      .poll(async () => (await capsBy(petra)).security, NEXT_ROUND)
      .not.toContainEqual(cap);
    const loss = await lossOf(petra);
    expect(loss).toMatchObject({ loss: before.loss.loss, learningFactor: 0.5 });
    expect(Math.abs(loss.amount)).toBeLessThan(Math.abs(before.loss.amount));
    await page.goto(`/autonomy/plans/${id}`);
    await expect(
      page.getByText(/^It is completed: 0\.50 of each loss/),
    ).toBeVisible();
    await expect(
      page.getByText(/^INC-2041 takes .* \(share left: 0\.50\)/),
    ).toBeVisible();
  });
});
