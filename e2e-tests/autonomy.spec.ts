import { expect, test } from '@playwright/test';
import { cardAround, outsideRequests, signInAs, signOut } from './portal';

test('a developer sees what her service may decide alone, and why', async ({
  page,
}) => {
  const outside = outsideRequests(page);
  await signInAs(page, 'Dana Developer');

  await page.getByRole('link', { name: 'Payments API' }).first().click();
  const card = cardAround(
    page.getByRole('heading', { name: 'Autonomy', exact: true }),
  );
  await expect(card).toContainText('Expanded autonomy');
  await expect(card).toContainText(/guardrail/i);
  await expect(card).toContainText(/readiness/i);
  // An incident in one area has narrowed that area.
  await expect(card).toContainText(/security\s*consult\s*trust/i);

  await page.goto('/autonomy');
  await page.getByRole('searchbox', { name: 'Name' }).fill('payments api');
  const row = page.getByRole('row', { name: /Payments API/ });
  await expect(row).toContainText('Expanded autonomy');

  expect(outside).toEqual([]);
});

test('a restricted service is hidden from those who do not own it', async ({
  page,
}) => {
  const restricted = '/catalog/default/component/marlin-catalogue';

  await signInAs(page, 'Dana Developer');
  await page.goto(restricted);
  await expect(page.getByText(/not found/i).first()).toBeVisible();

  await signOut(page);
  await signInAs(page, 'Petra Platform');
  await page.goto(restricted);
  await expect(
    page.getByRole('heading', { name: 'Marlin catalogue' }),
  ).toBeVisible();
});
