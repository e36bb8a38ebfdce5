import {
  expect,
  test,
  type APIRequestContext,
  type Page,
} from '@playwright/test';
import { ApiAs } from './api';
import { setClockAhead } from './clock';
import { signInAs, signOut } from './portal';

const MINUTE = 60_000;
/** What the backend does in its next round. */
const NEXT_ROUND = { timeout: 45_000 };

test.afterEach(() => setClockAhead(0));

test.describe('a promotion', () => {
  const ENTITY = 'component:default/paywall-service';
  const SENTENCE = 'Paywall: from level 3 to 4';

  /** The one proposal, as somebody sees it. */
  async function promotionFor(request: APIRequestContext, person: string) {
    const api = await ApiAs.person(request, person);
    const { items } = await api.get(
      `proposals?entity=${ENTITY}&matter=promotion`,
    );
    return items[0];
  }

  async function openFromAgenda(page: Page) {
    await page.goto('/autonomy/boards?board=group:default/content-board');
    await expect(page.getByText('You are on this board.')).toBeVisible();
    await page.getByRole('link', { name: SENTENCE }).click();
    await expect(page.getByRole('heading', { name: SENTENCE })).toBeVisible();
  }

  async function approve(page: Page, reason: string) {
    await page.getByRole('radio', { name: 'Approve' }).check();
    await page.getByRole('textbox', { name: 'Reason' }).fill(reason);
    await page.getByRole('button', { name: 'Vote', exact: true }).click();
  }

  test('takes two votes of the board, and none of whoever owns the service', async ({
    page,
    request,
  }) => {
    test.setTimeout(120_000);
    // It is due two minutes after the sample was loaded.
    if (!(await promotionFor(request, 'dana.developer'))) {
      setClockAhead(3 * MINUTE);
    }
    await expect
      .poll(
        async () => (await promotionFor(request, 'dana.developer'))?.state,
        NEXT_ROUND,
      )
      .toBe('open');

    // Aiko is on the board and in the team that owns the service.
    await signInAs(page, 'Aiko Mori');
    await openFromAgenda(page);
    await expect(
      page.getByRole('note').filter({ hasText: 'You cannot vote: ' }),
    ).toContainText('whoever owns the entity does not decide about it.');
    await expect(page.getByRole('radio')).toHaveCount(0);
    const { id } = await promotionFor(request, 'aiko.mori');
    const aiko = await ApiAs.person(request, 'aiko.mori');
    const refused = await aiko.tryPost(`proposals/${id}/votes`, {
      vote: 'approve',
      comment: 'We have worked for this for months.',
    });
    expect(refused.status()).toBe(403);
    await signOut(page);

    await signInAs(page, 'Greta Holm');
    await openFromAgenda(page);
    await expect(page.getByText('Nobody has voted yet.')).toBeVisible();
    await approve(page, 'Half a year without a failure that readers felt.');
    const votes = page.getByRole('list', { name: 'Votes' });
    await expect(votes).toContainText('Greta Holm: for');
    await expect(page.getByText(/^1 of 2 votes/).first()).toBeVisible();
    await expect(
      page.getByRole('note').filter({ hasText: 'You have voted.' }),
    ).toBeVisible();
    // One vote changes nothing.
    const dana = await ApiAs.person(request, 'dana.developer');
    expect((await dana.evaluationOf('paywall-service')).level.level).toBe(3);
    await signOut(page);

    await signInAs(page, 'Tomas Reyes');
    await openFromAgenda(page);
    await approve(page, 'They told us of each failure before we asked.');
    await expect(
      page.getByText('It takes level 4 with its next evaluation.'),
    ).toBeVisible();
    await expect(votes).toContainText('Tomas Reyes: for');

    await expect
      .poll(
        async () => (await dana.evaluationOf('paywall-service')).level.level,
        NEXT_ROUND,
      )
      .toBe(4);
    expect(await promotionFor(request, 'dana.developer')).toMatchObject({
      state: 'approved',
      boardRef: 'group:default/content-board',
      tally: { quorum: 2, approvals: 2, rejections: 0 },
      votes: [
        { voterRef: 'user:default/greta.holm', vote: 'approve' },
        { voterRef: 'user:default/tomas.reyes', vote: 'approve' },
      ],
    });

    // It is written down for good.
    await page
      .getByRole('link', { name: 'To the agenda of the board' })
      .click();
    await page.getByRole('link', { name: 'Log', exact: true }).click();
    const log = page.getByRole('table').filter({ hasText: 'Tomas Reyes' });
    await expect(
      log.getByRole('row').filter({ hasText: 'which approved the proposal' }),
    ).toContainText(['Tomas Reyes']);
    await page.getByRole('button', { name: 'Verify the log' }).click();
    await expect(
      page.getByRole('status').filter({ hasText: 'Intact' }),
    ).toContainText(/Intact: all \d+ entries are as they were written\./);
    const cleo = await ApiAs.person(request, 'cleo.cto');
    expect(
      await cleo.get('audit-log/verification?chain=domain:default/content'),
    ).toMatchObject({ intact: true });
  });
});
