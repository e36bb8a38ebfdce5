import { expect, test } from '@playwright/test';
import { ApiAs } from './api';
import { signInAs } from './portal';

test('a developer finds what keeps a service from its next level, and asks for an exemption', async ({
  page,
  request,
}) => {
  await signInAs(page, 'Dana Developer');
  await page.goto('/catalog/default/component/payouts-worker');
  await page.getByRole('link', { name: 'Everything about it' }).click();
  const ladder = page.getByRole('region', { name: /^To level \d/ });
  const ask = ladder
    .getByRole('button', { name: /^Request exemption: / })
    .first();
  const check = (await ask.getAttribute('aria-label'))!.replace(
    'Request exemption: ',
    '',
  );
  await ask.click();

  const dialog = page.getByRole('dialog', { name: 'Request an exemption' });
  await expect(dialog).toContainText('It has no effect before');
  await dialog.getByRole('button', { name: 'Send the request' }).click();
  await expect(dialog.getByText(/At least \d+ characters/)).toBeVisible();
  await dialog
    .getByRole('textbox', { name: 'Reason' })
    .fill('The tool is bought and arrives with the next quarter.');
  await dialog.getByRole('button', { name: '30 days' }).click();
  await dialog.getByRole('button', { name: 'Send the request' }).click();
  await expect(dialog).toBeHidden();
  await expect(
    ladder.getByText(/Exemption requested by .* waits for/),
  ).toBeVisible();

  const bo = await ApiAs.person(request, 'bo.board');
  const { items } = await bo.get(
    'exemptions?entity=component:default/payouts-worker&state=requested',
  );
  expect(items).toContainEqual(
    expect.objectContaining({
      requestedBy: 'user:default/dana.developer',
      reason: 'The tool is bought and arrives with the next quarter.',
      state: 'requested',
    }),
  );
  // Nothing but a decision makes a request an exemption.
  const [step] = (await bo.evaluationOf('payouts-worker')).level.ladder.filter(
    (item: { level: number }) => item.level === 3,
  );
  expect(
    step.requirements.find(
      (item: { check?: { title: string } }) => item.check?.title === check,
    ),
  ).toMatchObject({ met: false, check: { state: 'fail' } });
});

test('a lead finds the team with too many services', async ({
  page,
  request,
}) => {
  await signInAs(page, 'Liam Lead');
  await page.goto('/catalog/default/domain/platform');
  const teams = page.getByRole('table', {
    name: 'Teams and what they answer for',
  });
  const overloaded = teams
    .getByRole('row')
    .filter({ hasText: 'more services than the policy allows' });
  await overloaded.getByRole('link').first().click();
  await expect(page).toHaveURL(/group\/platform-team/);
  await expect(page.getByText(/5 services for 4 people/)).toBeVisible();

  const cleo = await ApiAs.person(request, 'cleo.cto');
  const { groups } = await cleo.get(
    'summary?groupBy=owner&owner=group:default/platform-team&type=service',
  );
  expect(groups).toMatchObject([
    { ref: 'group:default/platform-team', entities: 5 },
  ]);
});

test('an owner records a review and sees what it is worth', async ({
  page,
  request,
}) => {
  const cleo = await ApiAs.person(request, 'cleo.cto');
  const trust = async () => {
    const { trust: areas } = await cleo.evaluationOf('payouts-worker');
    const lines = areas.flatMap(
      (area: { lines: { amount: number; ref?: string }[] }) => area.lines,
    );
    return lines
      .filter((line: object) => JSON.stringify(line).includes('INC-2086'))
      .reduce((sum: number, line: { amount: number }) => sum + line.amount, 0);
  };
  const before = await trust();
  expect(before).toBeLessThan(0);

  await signInAs(page, 'Dana Developer');
  await page.goto('/catalog/default/component/payouts-worker/autonomy');
  const timeline = page.getByRole('region', { name: 'Timeline' });
  await timeline.getByRole('checkbox', { name: 'Changes' }).uncheck();
  await timeline.getByRole('checkbox', { name: 'Deployments' }).uncheck();
  await timeline
    .getByRole('button', {
      name: /^Record review: .*Three authors were paid twice/,
    })
    .click();
  const dialog = page.getByRole('dialog', { name: 'Review without blame' });
  await dialog.getByRole('button', { name: 'Add action' }).click();
  await dialog
    .getByRole('textbox', { name: 'Action 1', exact: true })
    .fill('Alert on payouts that wait for an hour');
  await expect(dialog).toContainText(
    /The loss of trust in .* shrinks from [\d.]+ to [\d.]+/,
  );
  await dialog.getByRole('button', { name: 'Record review' }).click();
  await expect(dialog).toBeHidden();

  // A review takes a quarter off what the incident costs.
  await expect.poll(trust).toBeCloseTo(before * 0.75, 3);
});

test('everything on the way to an exemption is done by keyboard', async ({
  page,
  request,
}) => {
  await signInAs(page, 'Liam Lead');
  await page.goto('/catalog/default/component/payments-api/autonomy');
  const ask = page
    .getByRole('button', { name: /^Request exemption: / })
    .first();
  await ask.waitFor();
  // With the Tab key alone, as somebody without a mouse.
  for (let presses = 0; presses < 200; presses += 1) {
    await page.keyboard.press('Tab');
    if (await ask.evaluate(button => button.matches(':focus'))) break;
  }
  await expect(ask).toBeFocused();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Request an exemption' });
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(ask).toBeFocused();

  await page.keyboard.press('Enter');
  const reason = dialog.getByRole('textbox', { name: 'Reason' });
  for (let presses = 0; presses < 20; presses += 1) {
    if (await reason.evaluate(field => field.matches(':focus'))) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.type('Typed, tabbed and sent without a mouse.');
  const send = dialog.getByRole('button', { name: 'Send the request' });
  for (let presses = 0; presses < 20; presses += 1) {
    if (await send.evaluate(button => button.matches(':focus'))) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();

  const bo = await ApiAs.person(request, 'bo.board');
  const { items } = await bo.get(
    'exemptions?entity=component:default/payments-api&state=requested',
  );
  expect(items).toContainEqual(
    expect.objectContaining({
      requestedBy: 'user:default/liam.lead',
      reason: 'Typed, tabbed and sent without a mouse.',
    }),
  );
});
