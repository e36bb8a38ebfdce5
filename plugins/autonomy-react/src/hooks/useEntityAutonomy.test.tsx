import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  signalApiRef,
  type SignalSubscriber,
} from '@backstage/plugin-signals-react';
import { act, screen } from '@testing-library/react';
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

  it('follows what the backend signals, unless it is known already', async () => {
    const evaluation = createEvaluation();
    const { entityRef } = evaluation.entity;
    const api = new FakeAutonomyApi({ evaluations: [evaluation] });
    const getEntity = jest.spyOn(api, 'getEntity');
    const signals = createSignals();
    renderInTestApp(<Probe entityRef={entityRef} />, {
      apis: [
        [autonomyApiRef, api],
        [signalApiRef, signals.api],
      ],
    });
    await screen.findByText('payments-api');

    signals.send(`autonomy:entity:${entityRef}`, evaluation.evaluatedAt);
    expect(getEntity).toHaveBeenCalledTimes(1);

    getEntity.mockResolvedValue({
      ...evaluation,
      evaluatedAt: evaluation.evaluatedAt + 1,
      entity: { ...evaluation.entity, name: 'renamed' },
    });
    signals.send(`autonomy:entity:${entityRef}`, evaluation.evaluatedAt + 1);

    expect(await screen.findByText('renamed')).toBeVisible();
    expect(getEntity).toHaveBeenCalledTimes(2);
  });
});

function createSignals() {
  const listeners = new Map<string, (message: any) => void>();
  return {
    api: {
      subscribe(channel: string, listener: (message: any) => void) {
        listeners.set(channel, listener);
        const unsubscribe = () => void listeners.delete(channel);
        return { unsubscribe } satisfies SignalSubscriber;
      },
    },
    send: (channel: string, evaluatedAt: number) =>
      act(() => listeners.get(channel)?.({ evaluatedAt })),
  };
}
