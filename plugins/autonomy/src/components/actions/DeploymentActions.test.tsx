import {
  createDeployment,
  FakeAutonomyApi,
} from '@aligned-autonomy/backstage-plugin-autonomy-react/testUtils';
import type { RecordedDeployment } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  anEvaluation,
  refusal,
  renderActions,
  SCRIPT,
} from './__testUtils__/renderActions';
import { DeploymentActions } from './DeploymentActions';
import { daysAfter, lastInstantOf } from './shared';

const DAY = 86_400_000;

function setup(
  overrides: Partial<RecordedDeployment> = {},
  belongsTo?: string[],
) {
  const evaluation = anEvaluation();
  const deployment = createDeployment({
    entityRef: evaluation.entity.entityRef,
    finishedAt: Date.now() - 3 * DAY,
    reviewState: 'due',
    reviewDueAt: Date.now() + 2 * DAY,
    ...overrides,
  });
  const api = new FakeAutonomyApi({ deployments: [deployment] });
  const onDone = jest.fn();
  const view = renderActions(
    <>
      <p>the page</p>
      <DeploymentActions
        deployment={deployment}
        evaluation={evaluation}
        onDone={onDone}
      />
    </>,
    { api, belongsTo },
  );
  return { ...view, api, onDone };
}

async function openDialog() {
  await userEvent.click(
    await screen.findByRole('button', { name: 'Record review: 4.12.0' }),
  );
  return within(
    screen.getByRole('dialog', { name: 'Review after the deployment' }),
  );
}

it('records when a deployment was reviewed, and where that is written down', async () => {
  const { api, onDone, verbs } = setup();
  const dialog = await openDialog();
  expect(dialog.getByText(/^Review due by/)).toBeVisible();
  const day = dialog.getByLabelText(/Done on/);
  const url = dialog.getByRole('textbox', { name: 'Where it is written down' });
  const send = dialog.getByRole('button', { name: 'Record review' });

  fireEvent.change(day, { target: { value: daysAfter(Date.now(), -4) } });
  await userEvent.type(url, 'wiki/reviews');
  await userEvent.click(send);
  expect(day).toBeInvalid();
  expect(url).toBeInvalid();
  const yesterday = daysAfter(Date.now(), -1);
  fireEvent.change(day, { target: { value: yesterday } });
  await userEvent.clear(url);
  await userEvent.type(url, 'https://wiki.example.com/reviews/7');
  await userEvent.click(send);

  await waitFor(() => expect(onDone).toHaveBeenCalledTimes(1));
  expect((await api.listDeployments()).items).toMatchObject([
    {
      reviewState: 'done',
      reviewedAt: lastInstantOf(yesterday, Date.now()),
      reviewUrl: 'https://wiki.example.com/reviews/7',
    },
  ]);
  expect(verbs()).toContain('review-deployment');
});

it('says that it is late, and keeps what was typed when it fails', async () => {
  const { api, onDone } = setup({
    reviewState: 'overdue',
    reviewDueAt: Date.now() - DAY,
    url: SCRIPT,
  });
  jest
    .spyOn(api, 'reviewDeployment')
    .mockRejectedValueOnce(refusal('the database is away'));
  const dialog = await openDialog();
  expect(dialog.getByText(/^Review was due by/)).toBeVisible();
  expect(dialog.queryByRole('link')).not.toBeInTheDocument();
  const url = dialog.getByRole('textbox', { name: 'Where it is written down' });
  await userEvent.type(url, 'https://wiki.example.com');
  await userEvent.click(dialog.getByRole('button', { name: 'Record review' }));

  expect(await dialog.findByRole('alert')).toHaveTextContent(
    'the database is away',
  );
  expect(url).toHaveValue('https://wiki.example.com');
  expect(onDone).not.toHaveBeenCalled();
});

it.each<[string, Partial<RecordedDeployment>, string[] | undefined]>([
  ['where none is owed', { reviewState: 'none-owed' }, undefined],
  ['where it is done', { reviewState: 'done' }, undefined],
  ['to others', {}, ['group:default/others']],
])('offers nothing %s', async (_, overrides, belongsTo) => {
  setup(overrides, belongsTo);

  expect(await screen.findByText('the page')).toBeVisible();
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});
