import { expect, Locator, Page } from '@playwright/test';

/** Signs in as one of the sample organisation's people; ends on the catalog. */
export async function signInAs(page: Page, name: string) {
  await page.goto('/');
  await page.getByRole('button', { name: `Sign in as ${name}` }).click();
  await expect(
    page.getByRole('heading', { name: 'Lanternwick Catalog' }),
  ).toBeVisible();
}

/** Signs out; ends on the choice of people. */
export async function signOut(page: Page) {
  await page.goto('/settings');
  await page.getByRole('button', { name: 'more' }).first().click();
  await page.getByText('Sign Out').click();
  await expect(
    page.getByRole('heading', { name: 'Autonomy for Backstage' }),
  ).toBeVisible();
}

/** The card that a heading is the title of. */
export const cardAround = (heading: Locator) =>
  heading.locator('xpath=ancestor::*[count(.//h2 | .//h3) = 1][last()]');

/** Addresses of other machines that the page has asked for, from now on. */
export function outsideRequests(page: Page): string[] {
  const outside: string[] = [];
  page.on('request', request => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== 'localhost') {
      outside.push(request.url());
    }
  });
  return outside;
}
