import AxeBuilder from '@axe-core/playwright';
import { expect, Locator, Page, test } from '@playwright/test';
import { draftOfGuardrails } from './drafts';
import { governancePages } from './governancePages';
import { signInAs } from './portal';

/** What axe finds in the content of a page, or in a dialog, as far as it keeps somebody out. */
async function barriers(page: Page, region?: Locator): Promise<string[]> {
  const part = region ?? page.locator('main, [role="main"], #root').first();
  await part.evaluate(element => element.setAttribute('data-checked', ''));
  const { violations } = await new AxeBuilder({ page })
    .include('[data-checked]')
    // The frame of the portal is not ours: its sidebar, headers, tabs, and the texts of its own cards.
    .exclude('nav')
    .exclude('header')
    .exclude('a.bui-Tab')
    .exclude('.bui-Text')
    // Nor is the list of the search page, whose items are in no list.
    .options({
      rules: { listitem: { enabled: !page.url().includes('/search?') } },
    })
    .analyze();
  await part.evaluate(element => element.removeAttribute('data-checked'));
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) =>
      nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 200)}`),
    );
}

// eslint-disable-next-line no-unused-vars -- names the parameter of a type
type Ready = (page: Page) => Locator;

/** Pages by their address, with what shows that they are there. */
const PAGES: [name: string, address: string, ready: Ready][] = [
  [
    'the card',
    '/catalog/default/component/payments-api',
    page => page.getByText('What the team may decide'),
  ],
  [
    'the tab',
    '/catalog/default/component/payments-api/autonomy',
    page => page.getByRole('region', { name: 'Timeline' }),
  ],
  [
    'the tab of what is out of scope',
    '/catalog/default/component/style-guide/autonomy',
    page => page.getByText('No evaluation'),
  ],
  [
    'the tab of a long name',
    '/catalog/default/component/cross-border-subscription-tax-and-invoice-numbering-gateways/autonomy',
    page => page.getByRole('region', { name: 'Timeline' }),
  ],
  [
    'a domain',
    '/catalog/default/domain/platform',
    page => page.getByText('Load of the teams'),
  ],
  [
    'a system',
    '/catalog/default/system/payments-core',
    page => page.getByText('Load of the teams'),
  ],
  [
    'a team',
    '/catalog/default/group/platform-team',
    page => page.getByText('Where most is missing'),
  ],
  [
    'the overview',
    '/autonomy/overview?view=all',
    page => page.getByRole('table', { name: 'Guardrails by domain' }),
  ],
  [
    'an overview without matches',
    '/autonomy/overview?view=all&text=nothing-is-called-so',
    page => page.getByText('Nothing matches these filters'),
  ],
  [
    'what happened',
    '/autonomy/activity',
    page => page.getByRole('heading', { level: 2 }).first(),
  ],
  [
    'the health',
    '/autonomy/health',
    page => page.getByText('What needs attention'),
  ],
  [
    'the scorecards',
    '/autonomy/scorecards',
    page => page.getByRole('table', { name: 'Scorecards' }),
  ],
  [
    'a scorecard',
    '/autonomy/scorecards/scorecard/guardrails',
    page => page.getByRole('heading', { name: 'As it is written' }),
  ],
  ['home', '/home', page => page.getByText('What needs me').first()],
  [
    'the search',
    '/search?query=payments&types[]=autonomy',
    page =>
      page.getByRole('listitem').getByRole('heading', { level: 3 }).first(),
  ],
];

// Its audit of the quarter is agreed on.
const SERVICE = '/catalog/default/component/ledger-service/autonomy';
/** What members of a board open on the page of a service. */
const BOARD_DIALOGS: [address: string, action: string][] = [
  [SERVICE, 'Propose a grant'],
  [SERVICE, 'Draft a plan'],
  [SERVICE, 'Ask for an audit'],
];

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('no page has barriers', async ({ page, request }) => {
      test.setTimeout(240_000);
      await signInAs(page, 'Petra Platform');
      const { draft, simulation } = await draftOfGuardrails(request);
      const pages: typeof PAGES = [
        ...PAGES,
        [
          'a draft',
          `/autonomy/scorecards/drafts/${draft}`,
          there => there.getByText('It can be published.'),
        ],
        [
          'a simulation',
          `/autonomy/scorecards/simulations/${simulation}`,
          there => there.getByRole('table', { name: 'Entity by entity' }),
        ],
      ];
      for (const [name, address, ready] of pages) {
        await test.step(name, async () => {
          await page.goto(address);
          await ready(page).waitFor();
          expect(await barriers(page), name).toEqual([]);
        });
      }
    });

    test('nothing of the boards has barriers', async ({ page, request }) => {
      test.setTimeout(240_000);
      await signInAs(page, 'Bo Board');
      for (const [name, address, ready] of await governancePages(request)) {
        await test.step(name, async () => {
          await page.goto(address);
          await ready(page).waitFor();
          expect(await barriers(page), name).toEqual([]);
        });
      }
      for (const [address, action] of BOARD_DIALOGS) {
        await test.step(action, async () => {
          await page.goto(address);
          await page
            .getByRole('button', { name: action })
            .first()
            .click({ timeout: 20_000 });
          const dialog = page.getByRole('dialog');
          await expect(dialog).toBeVisible();
          // With what it says where nothing was filled in.
          await dialog.getByRole('button').last().click();
          expect(await barriers(page, dialog), action).toEqual([]);
        });
      }
      await page.goto('/autonomy/boards');
      await page
        .getByRole('checkbox', { name: /^Choose all that/ })
        .first()
        .click();
      await page
        .getByRole('button', { name: 'Vote on what is chosen' })
        .click();
      const vote = page.getByRole('dialog');
      await vote.getByRole('button', { name: 'Vote', exact: true }).click();
      expect(await barriers(page, vote), 'vote').toEqual([]);
    });

    test('no dialog has barriers', async ({ page }) => {
      test.setTimeout(240_000);
      await signInAs(page, 'Dana Developer');
      await page.goto('/catalog/default/component/payments-api');
      await page.getByRole('button', { name: 'Why these rights?' }).click();
      const details = page.getByRole('dialog');
      await expect(details.getByRole('tab').first()).toBeVisible();
      for (const topic of await details.getByRole('tab').all()) {
        await topic.click();
        await expect(topic).toHaveAttribute('aria-selected', 'true');
        expect(await barriers(page, details)).toEqual([]);
      }

      await page.goto('/catalog/default/component/payouts-worker/autonomy');
      await page.getByRole('region', { name: 'Timeline' }).waitFor();
      await page
        .getByRole('checkbox', { name: 'Changes', exact: true })
        .uncheck();
      const folds = page.getByRole('button', {
        name: /^Show \d+ that holds?$/,
      });
      while ((await folds.count()) > 0) {
        await folds.first().click();
      }
      for (const action of [
        /^Request exemption: /,
        /^Attest: /,
        /^Withdraw request: /,
        /^(Record|Change) review: /,
        /^Dispute attribution: /,
      ]) {
        await page
          .getByRole('button', { name: action })
          .first()
          .click({ timeout: 20_000 });
        const dialog = page.getByRole('dialog');
        await expect(dialog).toBeVisible();
        expect(await barriers(page, dialog), String(action)).toEqual([]);
        await page.keyboard.press('Escape');
        await expect(dialog).toBeHidden();
      }
    });

    test('what cannot be shown has no barriers either', async ({ page }) => {
      await signInAs(page, 'Dana Developer');
      for (const [status, body] of [
        [403, { error: { name: 'NotAllowedError', message: 'not for you' } }],
        [500, { error: { name: 'Error', message: 'out of order' } }],
      ] as const) {
        await page.route(/\/api\/autonomy\//, route =>
          route.fulfill({ status, json: body }),
        );
        for (const address of [
          '/catalog/default/component/payments-api',
          '/catalog/default/component/payments-api/autonomy',
          '/catalog/default/domain/payments',
          '/autonomy/overview?view=all',
          '/autonomy/activity',
          '/autonomy/health',
          '/home',
        ]) {
          await page.goto(address);
          await page
            .getByText(/Not permitted|did not answer as expected|not permitted/)
            .first()
            .waitFor();
          expect(await barriers(page), `${status} ${address}`).toEqual([]);
        }
        await page.unroute(/\/api\/autonomy\//);
      }
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
