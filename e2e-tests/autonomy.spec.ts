import { expect, Locator, test } from '@playwright/test';
import { ApiAs } from './api';
import { cardAround, outsideRequests, signInAs, signOut } from './portal';

/** What the card says may be decided in each area: `Why inform in Deployment?`. */
const rightsIn = (card: Locator) =>
  card
    .getByRole('button', { name: /^Why .+ in .+\?$/ })
    .evaluateAll(areas => areas.map(area => area.getAttribute('aria-label')));

test('an incident lowers one right of a service, and its team sees which', async ({
  page,
  request,
}) => {
  const outside = outsideRequests(page);
  await signInAs(page, 'Dana Developer');
  await page.getByRole('link', { name: 'Payments API' }).first().click();
  const card = cardAround(
    page.getByRole('heading', { name: 'Autonomy', exact: true }),
  );
  await expect(card).toContainText(/3\s*Expanded autonomy/);
  await expect(card).toContainText('1 breached');
  await expect(card).toContainText(/Readiness\s*\d+ · (ready|minor gaps)/);
  // An earlier incident has narrowed its own area.
  await expect(card).toContainText(/Security\s*consult\s*trust/);
  await card.getByRole('button', { name: /^All \d+/ }).click();
  const shown = await rightsIn(card);
  expect(shown).toContain('Why inform in Deployment?');

  const cleo = await ApiAs.person(request, 'cleo.cto');
  const rights = await cleo.rightsOf('payments-api');
  const incident = {
    entityRef: 'component:default/payments-api',
    title: 'A release lost payments',
    severity: 'high',
    areas: ['deployment'],
  };
  const dana = await ApiAs.person(request, 'dana.developer');
  expect((await dana.report(incident)).status()).toBe(403);
  const petra = await ApiAs.person(request, 'petra.platform');
  expect((await petra.report(incident)).status()).toBe(200);

  await expect
    .poll(async () => {
      await card.getByRole('button', { name: 'Load again' }).click();
      return rightsIn(card);
    })
    .toEqual(
      shown.map(area =>
        area === 'Why inform in Deployment?'
          ? 'Why peer review in Deployment?'
          : area,
      ),
    );
  expect(await cleo.rightsOf('payments-api')).toEqual({
    ...rights,
    deployment: rights.deployment - 1,
  });
  expect(outside).toEqual([]);
});

test('a restricted service is in nobody else’s list, count or catalog', async ({
  page,
}) => {
  const total = page.getByText(/^\d+ entities$/);
  const count = async () => {
    await page.goto('/autonomy?view=all');
    await expect(total).toBeVisible();
    return parseInt(await total.innerText(), 10);
  };

  await signInAs(page, 'Dana Developer');
  const seenByDana = await count();
  await page.goto('/autonomy?text=marlin');
  await expect(page.getByText('Nothing matches these filters')).toBeVisible();
  await page.goto('/catalog/default/component/marlin-catalogue');
  await expect(page.getByText(/not found/i).first()).toBeVisible();

  await signOut(page);
  await signInAs(page, 'Petra Platform');
  expect(await count()).toBe(seenByDana + 2);
  await page.goto('/autonomy?text=marlin');
  await expect(total).toHaveText('2 entities');
  await page.getByRole('link', { name: 'Marlin catalogue' }).click();
  await expect(
    page.getByRole('heading', { name: 'Marlin catalogue' }),
  ).toBeVisible();
});

test('the table filters, sorts and pages, and its address keeps all of it', async ({
  page,
}) => {
  await signInAs(page, 'Dana Developer');
  await page.goto('/autonomy?view=all');
  const table = page.getByRole('table', {
    name: 'Entities and their autonomy',
  });
  const rows = table.getByRole('row').filter({ has: page.getByRole('cell') });
  const columns = async (index: number) =>
    (await rows.getByRole('cell').allInnerTexts()).filter(
      (_, cell) => cell % 8 === index,
    );
  const readiness = async () => (await columns(2)).map(parseFloat);
  const settled = () => expect(table).toHaveAttribute('aria-busy', 'false');

  await page.getByRole('textbox', { name: 'Level' }).click();
  await page.getByRole('option', { name: /^2 · / }).click();
  await page.getByRole('option', { name: /^3 · / }).click();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/level=2.*level=3/);
  await table.getByRole('button', { name: 'Readiness' }).click();
  await expect(page).toHaveURL(/orderBy=readiness/);
  await expect(
    table.getByRole('columnheader', { name: 'Readiness' }),
  ).toHaveAttribute('aria-sort', 'ascending');
  await settled();
  const first = await readiness();
  expect(first).toHaveLength(20);

  await page.getByRole('button', { name: 'Next page' }).first().click();
  await expect(page).toHaveURL(/cursor=/);
  await expect(
    page.getByRole('button', { name: 'Next page' }).first(),
  ).toBeDisabled();
  await settled();
  const all = [...first, ...(await readiness())];
  expect(all).toEqual([...all].sort((a, b) => a - b));

  const levels = await columns(0);
  expect(levels.filter(level => !/^[23]/.test(level))).toEqual([]);
  const names = await table.getByRole('rowheader').allTextContents();
  await page.reload();
  await expect(table.getByRole('rowheader')).toHaveText(names);
});

test('documentation has a card that says why it is empty', async ({ page }) => {
  await signInAs(page, 'Dana Developer');
  await page.goto('/catalog/default/component/style-guide');
  await expect(page.getByText('No evaluation')).toBeVisible();
});
