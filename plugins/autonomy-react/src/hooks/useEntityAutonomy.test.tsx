import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { autonomyApiRef } from '../api';
import { createEvaluation, FakeAutonomyApi } from '../testUtils';
import { useEntityAutonomy } from './useEntityAutonomy';

function Probe({ entityRef }: { entityRef: string }) {
  const { evaluation, loading, error, retry } = useEntityAutonomy(entityRef);
  if (loading) return <p>loading</p>;
  if (error) return <button onClick={retry}>{error.message}</button>;
  return <p>{evaluation?.entity.name ?? 'absent'}</p>;
}

function setup(entityRef: string) {
  const api = new FakeAutonomyApi({ evaluations: [createEvaluation()] });
  return {
    api,
    render: () =>
      renderInTestApp(<Probe entityRef={entityRef} />, {
        apis: [[autonomyApiRef, api]],
      }),
  };
}

describe('useEntityAutonomy', () => {
  it('loads the evaluation', async () => {
    setup('component:default/payments-api').render();

    expect(await screen.findByText('payments-api')).toBeVisible();
  });

  it('tells an absent evaluation from an error', async () => {
    setup('component:default/unknown').render();

    expect(await screen.findByText('absent')).toBeVisible();
  });

  it('asks again after an error', async () => {
    const { api, render } = setup('component:default/payments-api');
    jest.spyOn(api, 'getEntity').mockRejectedValueOnce(new Error('broken'));
    render();

    await userEvent.click(
      await screen.findByRole('button', { name: 'broken' }),
    );

    expect(await screen.findByText('payments-api')).toBeVisible();
  });
});
