import { expect, test } from '@playwright/test';
import { outsideRequests, signInAs, signOut } from './portal';

test('catalog, home and search say what is known of a service, and lead to it', async ({
  page,
}) => {
  const outside = outsideRequests(page);
  await signInAs(page, 'Liam Lead');
  const row = page.getByRole('row', { name: /Payments API/ }).first();
  await expect(row.getByRole('img', { name: /^Level 3: / })).toBeVisible();
  await expect(row.getByText('1 breached')).toBeVisible();

  await page.getByRole('link', { name: 'Home', exact: true }).click();
  await expect(page.getByText('What needs me')).toBeVisible();
  await page
    .getByRole('link', { name: /^Guardrail breached: / })
    .first()
    .click();
  await expect(page).toHaveURL(/\/component\/.+\/autonomy#guardrails$/);

  await page.goto('/search?query=payments%20breached&types[]=autonomy');
  const found = page.getByRole('listitem').filter({ hasText: 'Payments API' });
  await expect(found.getByRole('img', { name: 'Level 3' })).toBeVisible();
  await found.getByRole('link', { name: 'Payments API' }).click();
  await expect(
    page.getByRole('heading', { name: 'Payments API' }),
  ).toBeVisible();
  expect(outside).toEqual([]);
});

test('the settings offer German, and the widget speaks it', async ({
  page,
}) => {
  await signInAs(page, 'Dana Developer');
  await page.goto('/settings');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('option', { name: 'Deutsch' }).click();
  await page.goto('/home');
  await expect(page.getByText('Was auf mich wartet')).toBeVisible();
  await signOut(page);
});
