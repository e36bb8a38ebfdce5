import { expect, test, type APIRequestContext } from '@playwright/test';
import { ApiAs } from './api';
import { setClockAhead } from './clock';
import { signInAs, signOut } from './portal';

const MINUTE = 60_000;
const SECOND_LOOK = { timeout: 20_000 };
const GUARDRAIL = 'A backup was restored within 180 days';
/** Nobody has restored their backup for so long. */
const LOSERS = ['fraud-screening', 'media-library'];

/** Rights in each area of every component, as the API tells the person. */
async function rightsOfAll(request: APIRequestContext, person: string) {
  const { items } = await (
    await ApiAs.person(request, person)
  ).get('entities?limit=200');
  return new Map<string, Record<string, number>>(
    items.map(
      (item: { name: string; rights: { area: string; right: number }[] }) => [
        item.name,
        Object.fromEntries(item.rights.map(({ area, right }) => [area, right])),
      ],
    ),
  );
}

/** The clock of a journey before may have been ahead, and what was evaluated then stays until time has caught up. */
async function latestEvaluation(request: APIRequestContext): Promise<number> {
  const cleo = await ApiAs.person(request, 'cleo.cto');
  const { items } = await cleo.get('entities?limit=200');
  return Math.max(
    Date.now(),
    ...items.map(({ evaluatedAt }: { evaluatedAt: number }) => evaluatedAt),
  );
}

type Rights = Awaited<ReturnType<typeof rightsOfAll>>;

const changedBetween = (before: Rights, after: Rights) =>
  [...before.keys()]
    .filter(
      name =>
        JSON.stringify(before.get(name)) !== JSON.stringify(after.get(name)),
    )
    .sort();

test('a platform engineer tightens a guardrail, knows who will feel it, announces it and takes it back', async ({
  page,
  request,
}) => {
  test.setTimeout(240_000);
  setClockAhead(0);
  const petra = await ApiAs.person(request, 'petra.platform');
  await petra.discardDraft('scorecard/guardrails');
  const before = await rightsOfAll(request, 'cleo.cto');

  await signInAs(page, 'Petra Platform');
  await page.goto('/autonomy/scorecards');
  await page
    .getByRole('link', { name: 'Organisation guardrails', exact: true })
    .click();
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await expect(
    page.getByRole('heading', { name: 'Draft: Organisation guardrails' }),
  ).toBeVisible();
  await page.getByRole('button', { name: GUARDRAIL, exact: true }).click();
  await page.getByLabel('Effect while breached').selectOption('stop');
  await expect(page.getByText('It can be published.')).toBeVisible();

  // Who will feel it, by name.
  await page.getByRole('button', { name: 'Simulate on all' }).click();
  await expect(page.getByText('2 entities lose a right').first()).toBeVisible();
  const moves = page.getByRole('table').filter({ hasText: 'Media library' });
  await expect(moves).toContainText('Fraud screening');
  await expect(moves.getByRole('row')).toHaveCount(LOSERS.length + 1);
  await expect(moves).toContainText('Operations: from peer review to approval');

  await page.getByRole('button', { name: /^Publish/ }).click();
  const dialog = page.getByRole('dialog', { name: /^Publish/ });
  await expect(dialog).toContainText('2 entities lose a right');
  await dialog.getByLabel(/^From a date on/).check();
  const latest = await latestEvaluation(request);
  const date = new Date(Math.ceil(latest / MINUTE + 10) * MINUTE);
  await dialog
    .getByLabel('Date and time (UTC)')
    .fill(date.toISOString().slice(0, 'YYYY-MM-DDTHH:MM'.length));
  await dialog
    .getByRole('textbox', { name: /Why/ })
    .fill('A backup that was never restored is a hope.');
  await dialog.getByRole('button', { name: 'Announce' }).click();
  await expect(dialog).toBeHidden();

  // Announced, and nobody has lost anything.
  await page.goto('/autonomy/scorecards/scorecard/guardrails');
  const versions = page.getByRole('table', { name: 'Versions' });
  await expect(versions).toContainText('announced');
  await expect(versions).toContainText('never restored is a hope');
  expect(
    changedBetween(before, await rightsOfAll(request, 'cleo.cto')),
  ).toEqual([]);

  setClockAhead(date.getTime() - Date.now() + MINUTE);
  await expect
    .poll(
      async () =>
        changedBetween(before, await rightsOfAll(request, 'cleo.cto')),
      SECOND_LOOK,
    )
    .toEqual(LOSERS);
  const after = await rightsOfAll(request, 'bo.board');
  for (const name of LOSERS.filter(each => after.has(each))) {
    expect(after.get(name)).toMatchObject({ operations: 1, 'data-access': 1 });
  }

  // The page of a service tells why.
  const cleo = await ApiAs.person(request, 'cleo.cto');
  const eventsOf = async (name: string) => {
    const { events } = await cleo.get(
      `entities/component/default/${name}/history`,
    );
    return events.filter(
      ({ event }: { event: { cause: string; kind: string } }) =>
        event.cause === 'policy' && event.kind === 'right-changed',
    );
  };
  expect((await eventsOf('media-library')).length).toBeGreaterThan(0);

  await page.reload();
  await expect(versions).toContainText('in force');
  await page
    .getByRole('button', { name: 'Bring the built-in document back' })
    .click();
  const back = page.getByRole('dialog', {
    name: 'Bring the built-in document back',
  });
  await expect(back).toContainText('loosens');
  await back
    .getByRole('textbox', { name: /Why/ })
    .fill('Both teams restore this week; announced anew afterwards.');
  await back.getByRole('button', { name: 'Bring back' }).click();
  await expect(back).toBeHidden();
  await expect
    .poll(
      async () =>
        changedBetween(before, await rightsOfAll(request, 'cleo.cto')),
      SECOND_LOOK,
    )
    .toEqual([]);

  // History tells the whole story.
  const { items } = await cleo.get('policy/versions');
  const story = items
    .filter(({ name }: { name: string }) => name === 'guardrails')
    .map(({ action, author, note, state }: Record<string, string>) => [
      action,
      author,
      note,
      state,
    ]);
  expect(story).toEqual([
    [
      'roll-back',
      'user:default/petra.platform',
      'Both teams restore this week; announced anew afterwards.',
      'in-force',
    ],
    [
      'publish',
      'user:default/petra.platform',
      'A backup that was never restored is a hope.',
      'superseded',
    ],
  ]);
});

test('the board of a domain cannot loosen what the centre asks for', async ({
  page,
  request,
}) => {
  await signInAs(page, 'Bo Board');
  await page.goto('/autonomy/scorecards/overlay/payments');
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  const yaml = page.getByRole('textbox', { name: 'YAML of the draft' });
  await yaml.click();
  const loosened = `apiVersion: aligned-autonomy/v1
kind: Overlay
metadata:
  name: payments
  title: Payments
  domain: domain:default/payments
spec:
  checks:
    - id: secrets-rotated
      grace: P30D
`;
  await yaml.fill(loosened);
  const mistakes = page.getByRole('list', { name: 'Mistakes' });
  await expect(mistakes).toContainText('an overlay may only tighten');
  await expect(mistakes).toContainText('Line 10');
  await expect(page.getByRole('button', { name: /^Publish/ })).toBeDisabled();

  // Nor past the page.
  const bo = await ApiAs.person(request, 'bo.board');
  const verdict = await bo.post('policy/validate', { yaml: loosened });
  expect(verdict.issues).toMatchObject([
    {
      line: 10,
      field: 'spec.checks[0].grace',
      message: 'an overlay may only tighten (expected at most P7D, found P30D)',
    },
  ]);
  await page.getByRole('button', { name: 'Discard' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: 'Discard it' })
    .click();
  await expect(
    page.getByRole('link', { name: 'Payments', exact: true }).first(),
  ).toBeVisible();
  const petra = await ApiAs.person(request, 'petra.platform');
  const { draft, yaml: inForce } = await petra.get(
    'policy/documents/overlay/payments',
  );
  expect(draft).toBeUndefined();
  expect(inForce).toContain('grace: P3D');
});

test('a developer reads what is asked for and why, and edits nothing', async ({
  page,
  request,
}) => {
  await signInAs(page, 'Dana Developer');
  await page.goto('/autonomy/scorecards/scorecard/guardrails');
  await expect(
    page.getByRole('heading', { name: 'Organisation guardrails' }),
  ).toBeVisible();
  await expect(
    page.getByRole('button', { name: 'Edit', exact: true }),
  ).toBeHidden();
  const dana = await ApiAs.person(request, 'dana.developer');
  const response = await dana.tryPost('policy/drafts', {
    of: { kind: 'scorecard', name: 'guardrails' },
  });
  expect(response.status()).toBe(403);
  await signOut(page);
});
