import type {
  AutonomyApi,
  PolicySummary,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { autonomyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import useAsync from 'react-use/esm/useAsync';

const underWay = new WeakMap<AutonomyApi, Promise<PolicySummary>>();

/** Whoever asks meanwhile shares the answer: a page asks at many places at once. */
function readPolicy(api: AutonomyApi): Promise<PolicySummary> {
  const shared = underWay.get(api);
  if (shared) return shared;
  const reading = api.getPolicy().finally(() => underWay.delete(api));
  underWay.set(api, reading);
  return reading;
}

/** The policy in force; undefined before, or without, its answer. */
export function usePolicy(): PolicySummary | undefined {
  const api = useApi(autonomyApiRef);
  const { value } = useAsync(() => readPolicy(api), [api]);
  return value;
}
