/* eslint-env browser */
import { expect, test, type Page } from '@playwright/test';
import { ApiAs } from './api';
import { signInAs, signOut } from './portal';

/*
 * What a quarter costs a member of a board in clicks: one after the other, and several at once.
 */

const DAY = 86_400_000;
const COUNTED = 'clicks-of-the-journey';
const AUDITS = '/autonomy/audits?view=boards&state=rating&state=comparing';
/** What a team without enough people asks for, and what its board may refuse: it changes nothing. */
const ASKED: [component: string, checkId: string][] = [
  ['payouts-worker', 'team-capacity'],
  ['payouts-worker', 'cross-service-dashboard'],
  ['payments-api', 'team-capacity'],
  ['payments-api', 'cross-service-dashboard'],
  ['ledger-service', 'team-capacity'],
];

/** Counts each press of a button of the mouse; a choice in a list of the browser is two: it is opened, then chosen. */
async function countClicks(page: Page) {
  await page.addInitScript(key => {
    const add = (number: number) =>
      sessionStorage.setItem(
        key,
        String(Number(sessionStorage.getItem(key)) + number),
      );
    document.addEventListener('pointerdown', () => add(1), true);
    document.addEventListener(
      'change',
      ({ target }) => {
        if (target instanceof HTMLSelectElement) add(2);
      },
      true,
    );
  }, COUNTED);
  const counted = () =>
    page.evaluate(key => Number(sessionStorage.getItem(key)), COUNTED);
  return async (work: () => Promise<void>) => {
    const before = await counted();
    await work();
    return (await counted()) - before;
  };
}

/** Writes as somebody does who has to click into a field first. */
async function write(page: Page, name: string, text: string) {
  const field = page.getByRole('textbox', { name });
  await field.click();
  await field.fill(text);
}

async function reject(page: Page) {
  await page.getByRole('radio', { name: 'Reject' }).check();
  await write(page, 'Reason', 'Not without a date for it.');
  await page.getByRole('button', { name: 'Vote', exact: true }).click();
}

/** Agrees on what team and board do not say alike: it is as the board says. */
async function agree(page: Page) {
  const open = page.getByRole('combobox', { name: /^Agreed right in / });
  for (const choice of await open.all()) {
    if ((await choice.inputValue()) === '') await choice.selectOption('4');
  }
  await write(page, 'Summary', 'Talked about on Monday with the whole team.');
  await page.getByRole('button', { name: 'Record the agreement' }).click();
  await page.getByRole('heading', { name: 'What was agreed on' }).waitFor();
}

test('what a quarter costs a member of a board takes at most half the clicks several at once', async ({
  page,
  request,
}) => {
  test.setTimeout(300_000);
  const dana = await ApiAs.person(request, 'dana.developer');
  const bo = await ApiAs.person(request, 'bo.board');
  const cleo = await ApiAs.person(request, 'cleo.cto');
  const waitingFor = async (person: ApiAs, board: string) => {
    const { items } = await person.get(
      `audits?board=group:default/${board}&state=rating&limit=100`,
    );
    return items.filter(({ may }: { may: { rate?: string } }) => may.rate);
  };
  const ask = async (): Promise<string[]> => {
    const ids = [];
    for (const [component, checkId] of ASKED) {
      const { proposalId } = await dana.post('exemptions', {
        entityRef: `component:default/${component}`,
        checkId,
        reason: 'There are too few of us until spring.',
        expiresAt: new Date(Date.now() + 20 * DAY).toISOString(),
      });
      ids.push(proposalId);
    }
    return ids;
  };
  const rejectedAmong = async (ids: string[]) => {
    const { items } = await bo.get('proposals?state=rejected&limit=100');
    return items.filter(({ id }: { id: string }) => ids.includes(id)).length;
  };
  const clicks = { rate: 0, agree: 0, vote: 0, rateAll: 0, voteOnAll: 0 };

  const measure = await countClicks(page);
  await signInAs(page, 'Bo Board');

  const rated = (await waitingFor(bo, 'payments-board')).length;
  let agreed = 0;
  expect(rated).toBeGreaterThan(5);
  await page.goto(AUDITS);
  const audits = page.getByRole('table', { name: 'Trust audits' });
  clicks.rate += await measure(() =>
    audits.getByRole('row').nth(1).getByRole('link').first().click(),
  );
  const next = page.getByRole('navigation', { name: 'Next audit' });
  const comparing = page.getByRole('heading', {
    name: 'What do both agree on?',
  });
  const waiting = page.getByRole('heading', { name: 'What the board said' });
  for (let left = rated; left > 0; left -= 1) {
    clicks.rate += await measure(async () => {
      await page.getByRole('button', { name: 'Rate as recommended' }).click();
      await page.getByRole('button', { name: 'Rate', exact: true }).click();
    });
    await comparing.or(waiting).waitFor();
    if (await comparing.isVisible()) {
      clicks.agree += await measure(() => agree(page));
      agreed += 1;
    }
    if (left > 1) {
      clicks.rate += await measure(() => next.getByRole('link').click());
      await page.getByRole('heading', { name: 'Rate for the board' }).waitFor();
    }
  }
  expect(await waitingFor(bo, 'payments-board')).toEqual([]);
  // Of the sample, one team has rated before its board and does not say the same.
  expect(agreed).toBeGreaterThan(0);

  const first = await ask();
  await page.goto('/autonomy/boards');
  const proposal = (id: string) => page.locator(`a[href$="${id}"]`);
  for (const id of first) {
    clicks.vote += await measure(async () => {
      await proposal(id).click();
      await reject(page);
      await page.getByRole('list', { name: 'Votes' }).waitFor();
      await page
        .getByRole('link', { name: 'To the agenda of the board' })
        .click();
    });
  }
  expect(await rejectedAmong(first)).toBe(first.length);

  // The same several at once; what stays for the others is not chosen.
  const second = await ask();
  await page.goto('/autonomy/boards');
  await proposal(second[0]).waitFor();
  const dialog = page.getByRole('dialog');
  clicks.voteOnAll = await measure(async () => {
    for (const id of second) {
      await page
        .getByRole('row')
        .filter({ has: proposal(id) })
        .getByRole('checkbox')
        .click();
    }
    await page.getByRole('button', { name: 'Vote on what is chosen' }).click();
    await reject(page);
    await dialog.waitFor({ state: 'hidden' });
  });
  expect(await rejectedAmong(second)).toBe(second.length);

  await signOut(page);
  await signInAs(page, 'Cleo CTO');
  const platform = (await waitingFor(cleo, 'technology-board')).length;
  expect(platform).toBeGreaterThanOrEqual(rated);
  await page.goto(AUDITS);
  clicks.rateAll = await measure(async () => {
    await page
      .getByRole('checkbox', { name: 'Choose all that wait for your rating' })
      .click();
    await page.getByRole('button', { name: 'Rate as recommended' }).click();
    await dialog.getByRole('button', { name: 'Rate as recommended' }).click();
    await dialog.waitFor({ state: 'hidden' });
  });
  expect(await waitingFor(cleo, 'technology-board')).toEqual([]);

  const oneByOne = clicks.rate + clicks.agree + clicks.vote;
  // Talking cannot be shortened: whoever rated all at once opens those audits from the list.
  const atOnce = clicks.rateAll + clicks.agree + agreed + clicks.voteOnAll;
  process.stdout.write(
    [
      `Clicks of a quarter: ${rated} audits to rate, ${agreed} to agree on, ${first.length} proposals`,
      `  one by one: ${oneByOne} (rating ${clicks.rate}, agreeing ${clicks.agree}, voting ${clicks.vote})`,
      `  at once: ${atOnce} (rating ${clicks.rateAll}, agreeing ${
        clicks.agree + agreed
      }, voting ${clicks.voteOnAll})`,
      '',
    ].join('\n'),
  );
  expect(atOnce).toBeLessThanOrEqual(oneByOne / 2);
});
