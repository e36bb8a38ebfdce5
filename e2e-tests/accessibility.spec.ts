import AxeBuilder from '@axe-core/playwright';
import { expect, Locator, test } from '@playwright/test';
import { cardAround, signInAs } from './portal';

/** What axe finds in a region of our own, as far as it keeps somebody out. */
async function barriers(region: Locator): Promise<string[]> {
  await region.evaluate(element => element.setAttribute('data-checked', ''));
  const { violations } = await new AxeBuilder({ page: region.page() })
    .include('[data-checked]')
    .analyze();
  await region.evaluate(element => element.removeAttribute('data-checked'));
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) =>
      nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 200)}`),
    );
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('card, details and table have no barriers', async ({ page }) => {
      await signInAs(page, 'Dana Developer');
      await page.getByRole('link', { name: 'Payments API' }).first().click();
      await page.getByText('What the team may decide').waitFor();
      const card = cardAround(
        page.getByRole('heading', { name: 'Autonomy', exact: true }),
      );
      expect(await barriers(card)).toEqual([]);

      await page.getByRole('button', { name: 'Why these rights?' }).click();
      const dialog = page.getByRole('dialog');
      const topics = dialog.getByRole('tab');
      await expect(dialog.getByRole('tab', { name: 'Evidence' })).toBeVisible();
      for (const topic of await topics.all()) {
        await topic.click();
        await expect(topic).toHaveAttribute('aria-selected', 'true');
        expect(await barriers(dialog)).toEqual([]);
      }

      await page.goto('/autonomy');
      await page.getByRole('row').nth(1).waitFor();
      expect(await barriers(page.getByRole('search'))).toEqual([]);
      expect(await barriers(page.getByRole('table'))).toEqual([]);
    });
  });
}

test('the card opens its details by keyboard and takes the focus back', async ({
  page,
}) => {
  await signInAs(page, 'Dana Developer');
  await page.getByRole('link', { name: 'Payments API' }).first().click();
  const how = page.getByRole('button', { name: 'How' });
  await how.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: 'Level' })).toBeVisible();

  await page.getByRole('tab', { name: 'Level' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tabpanel', { name: 'Rights' })).toBeVisible();

  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(how).toBeFocused();
});
