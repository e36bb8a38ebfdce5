import { READER } from './portal/entities.mjs';
import { watch } from './watch.mjs';

/** What is done, in this order, and what each is called in the table. */
export const STEPS = {
  load: 'opened from outside',
  open: 'opened in the app',
  domain: 'a domain opened',
  filter: 'filtered by a status',
};

/**
 * Does every step once in a browser that knows nothing yet.
 *
 * @returns for each step what it took, see watch.mjs
 */
export async function visit(browser, url) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
  });
  await context.addInitScript(
    name => globalThis.sessionStorage.setItem('autonomy.sample-user', name),
    READER,
  );
  try {
    return {
      ...(await inOneTab(await context.newPage(), url)),
      filter: await opened(
        await context.newPage(),
        `${url}/autonomy?view=all&guardrailStatus=breached`,
      ),
    };
  } finally {
    await context.close();
  }
}

async function inOneTab(page, url) {
  const load = await opened(page, `${url}/autonomy?view=all`);

  await page.goto(`${url}/settings`);
  await page.getByText('Appearance').first().waitFor();
  const watched = await watch(page);
  const open = await watched.during(async () => {
    await page.getByRole('link', { name: 'Autonomy', exact: true }).click();
    await isThere(page);
  });

  const matrix = matrixOf(page);
  const domain = await watched.during(async () => {
    await matrix.getByRole('button', { expanded: false }).first().click();
    await rowsOf(matrix.locator('tbody').first()).nth(2).waitFor();
  });
  return { load, open, domain };
}

/** What it takes to open an address in a new tab. */
async function opened(page, address) {
  // A page of the same origin that does nothing, so that what is counted begins with nothing.
  await page.goto(new URL('/robots.txt', address).href);
  const watched = await watch(page);
  return watched.during(async () => {
    await page.goto(address, { waitUntil: 'commit' });
    await isThere(page);
  });
}

const isThere = page =>
  Promise.all(
    [entitiesOf(page), matrixOf(page)].map(table =>
      rowsOf(table.locator('tbody')).first().waitFor(),
    ),
  );

const entitiesOf = page =>
  page.getByRole('table', { name: 'Entities and their autonomy' });
const matrixOf = page =>
  page.getByRole('table', { name: 'Guardrails by domain' });
const rowsOf = part => part.locator('tr');
