import { expect, test } from '@playwright/test';
import { ApiAs } from './api';
import { outsideRequests, signInAs } from './portal';

// packages/app-legacy: the same contents in a portal on the legacy frontend system.
test('card, tab and page say in the legacy system what the API says', async ({
  page,
  request,
}) => {
  const outside = outsideRequests(page);
  const cleo = await ApiAs.person(request, 'cleo.cto');
  await signInAs(page, 'Dana Developer');
  await page.getByRole('link', { name: 'Payments API' }).first().click();

  const rights = page.getByRole('list', { name: 'Decision rights by area' });
  await expect(rights).toBeVisible();
  await page.getByRole('button', { name: /^All \d+/ }).click();
  const shown = await rights
    .getByRole('button', { name: /^Why .+ in .+\?$/ })
    .count();
  expect(shown).toBe(Object.keys(await cleo.rightsOf('payments-api')).length);

  await page.getByRole('tab', { name: 'Autonomy' }).click();
  await expect(page).toHaveURL(/\/payments-api\/autonomy/);
  await expect(page.getByRole('region', { name: /guardrails/i })).toBeVisible();

  await page.goto('/autonomy?text=payments');
  const table = page.getByRole('table', {
    name: 'Entities and their autonomy',
  });
  await expect(
    table.getByRole('rowheader', { name: /Payments API/ }),
  ).toBeVisible();
  await page.getByRole('tab', { name: 'Activity' }).click();
  await expect(page).toHaveURL(/\/autonomy\/activity/);

  await page.goto('/catalog/default/group/payments-team');
  const { groups } = await cleo.get(
    'summary?groupBy=owner&owner=group:default/payments-team',
  );
  await expect(page.getByText(`${groups[0].entities} entities`)).toBeVisible();
  expect(outside).toEqual([]);
});

test('an exemption that is asked for in the legacy system reaches the board', async ({
  page,
  request,
}) => {
  const reason = 'Asked for in the portal that has not moved yet.';
  await signInAs(page, 'Dana Developer');
  await page.goto('/catalog/default/component/payments-api/autonomy');
  await page
    .getByRole('button', { name: /^Request exemption: / })
    .first()
    .click();
  const dialog = page.getByRole('dialog', { name: 'Request an exemption' });
  await dialog.getByRole('textbox', { name: 'Reason' }).fill(reason);
  await dialog.getByRole('button', { name: 'Send the request' }).click();
  await expect(dialog).toBeHidden();

  const bo = await ApiAs.person(request, 'bo.board');
  const { items } = await bo.get(
    'exemptions?entity=component:default/payments-api&state=requested',
  );
  expect(items).toContainEqual(
    expect.objectContaining({
      requestedBy: 'user:default/dana.developer',
      reason,
    }),
  );
});
