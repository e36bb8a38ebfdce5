import { Page, test } from '@playwright/test';
import { draftOfGuardrails } from './drafts';
import { governancePages } from './governancePages';
import { signInAs } from './portal';

/*
 * Every page as people see it, for docs/images/pages: SCREENSHOTS=1 ./run test:e2e screenshots
 */
test.skip(!process.env.SCREENSHOTS, 'only on demand');

const HEIGHT = 1000;

// eslint-disable-next-line no-unused-vars -- names the parameter of a type
type Open = (page: Page) => Promise<void>;

/** What is opened, and what shows that it is there. */
const PAGES: Record<string, Open> = {
  home: async page => {
    await page.goto('/home');
    await page.getByText('What needs me').waitFor();
  },
  catalog: async page => {
    await page.goto('/');
    await page.getByRole('link', { name: 'API gateway' }).first().waitFor();
  },
  'service-card': async page => {
    await page.goto('/catalog/default/component/payments-api');
    await page.getByText('What the team may decide').waitFor();
  },
  'service-tab': async page => {
    await page.goto(
      '/catalog/default/component/payments-api/autonomy?area=security',
    );
    await page.getByRole('region', { name: 'Timeline' }).waitFor();
  },
  'service-out-of-scope': async page => {
    await page.goto('/catalog/default/component/style-guide/autonomy');
    await page.getByText('No evaluation').waitFor();
  },
  'service-long-name': async page => {
    await page.goto(
      '/catalog/default/component/cross-border-subscription-tax-and-invoice-numbering-gateways/autonomy',
    );
    await page.getByRole('region', { name: 'Timeline' }).waitFor();
  },
  domain: async page => {
    await page.goto('/catalog/default/domain/payments');
    await page.getByText('Readiness').first().waitFor();
  },
  team: async page => {
    await page.goto('/catalog/default/group/platform-team');
    await page.getByText('Readiness').first().waitFor();
  },
  overview: async page => {
    await page.goto('/autonomy/overview?view=all');
    await page.getByRole('table').last().waitFor();
  },
  activity: async page => {
    await page.goto('/autonomy/activity');
    await page.getByRole('listitem').first().waitFor();
  },
  health: async page => {
    await page.goto('/autonomy/health');
    await page.getByText('What needs attention').waitFor();
  },
  scorecards: async page => {
    await page.goto('/autonomy/scorecards');
    await page.getByRole('table', { name: 'Scorecards' }).waitFor();
  },
  scorecard: async page => {
    await page.goto('/autonomy/scorecards/scorecard/guardrails');
    await page.getByRole('heading', { name: 'As it is written' }).waitFor();
  },
  search: async page => {
    await page.goto('/search?query=payments&types[]=autonomy');
    await page.getByRole('listitem').first().waitFor();
  },
};

async function shoot(page: Page, name: string) {
  await page.waitForLoadState('networkidle', { timeout: 10_000 });
  await page.screenshot({
    path: `docs/images/pages/${name}.jpg`,
    type: 'jpeg',
    quality: 55,
    animations: 'disabled',
  });
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1280, 1920]) {
    test.describe(`${colorScheme}, ${width} wide`, () => {
      test.use({ colorScheme, viewport: { width, height: HEIGHT } });

      test('pages', async ({ page, request }) => {
        test.setTimeout(300_000);
        await signInAs(page, 'Petra Platform');
        const { draft, simulation } = await draftOfGuardrails(request);
        const pages: typeof PAGES = {
          ...PAGES,
          'scorecard-draft': async there => {
            await there.goto(`/autonomy/scorecards/drafts/${draft}`);
            await there.getByText('It can be published.').waitFor();
          },
          simulation: async there => {
            await there.goto(`/autonomy/scorecards/simulations/${simulation}`);
            await there
              .getByRole('table', { name: 'Entity by entity' })
              .waitFor();
          },
        };
        for (const [name, open] of Object.entries(pages)) {
          await test.step(name, async () => {
            await open(page);
            await shoot(page, `${name}-${colorScheme}-${width}`);
          });
        }
      });

      test('pages of the boards', async ({ page, request }) => {
        test.setTimeout(300_000);
        await signInAs(page, 'Bo Board');
        for (const [name, address, ready] of await governancePages(request)) {
          await test.step(name, async () => {
            await page.goto(address);
            await ready(page).waitFor();
            await shoot(page, `${name}-${colorScheme}-${width}`);
          });
        }
      });
    });
  }
}
