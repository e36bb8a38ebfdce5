import type {
  PolicyDraft,
  Simulation,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { autonomyPolicyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import useInterval from 'react-use/esm/useInterval';

const EVERY = 1_000;

/** Whether there is still something to wait for. */
export function isUnderWay({ state }: Simulation): boolean {
  return state === 'queued' || state === 'running';
}

/** A simulation with the draft that it tried, as long as there is one. */
export interface SimulationAndDraft {
  simulation?: Simulation;
  draft?: PolicyDraft;
}

/** A simulation, followed until it is over. */
export function useSimulation(id: string) {
  const api = useApi(autonomyPolicyApiRef);
  const state = useAsyncRetry(async (): Promise<SimulationAndDraft> => {
    const simulation = await api.getSimulation(id);
    // Nothing is said of the draft before the end.
    const draftId =
      simulation && !isUnderWay(simulation) ? simulation.draft?.id : undefined;
    // Whoever may read simulations and no drafts sees no way back to one.
    const draft = draftId
      ? await api.getDraft(draftId).catch(() => undefined)
      : undefined;
    return { simulation, draft };
  }, [api, id]);
  const { loading, retry, value } = state;
  const follows = value?.simulation && isUnderWay(value.simulation);
  useInterval(retry, follows && !loading ? EVERY : null);
  return state;
}
