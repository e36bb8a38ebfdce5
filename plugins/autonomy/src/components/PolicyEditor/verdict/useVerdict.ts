import type {
  PolicyDraft,
  PolicyVerdict,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { autonomyPolicyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { useState } from 'react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import useDebounce from 'react-use/esm/useDebounce';

const PAUSE = 500;

/** What the backend says of a text, and whether that is the text at hand. */
export interface CurrentVerdict {
  verdict: PolicyVerdict;
  isCurrent: boolean;
  error?: Error;
  retry: () => void;
}

/** The verdict of the text that is edited, asked for once its author pauses. */
export function useVerdict(saved: PolicyDraft, yaml: string): CurrentVerdict {
  const api = useApi(autonomyPolicyApiRef);
  const [asked, setAsked] = useState(yaml);
  useDebounce(() => setAsked(yaml), PAUSE, [yaml]);
  const { error, loading, retry, value } = useAsyncRetry(
    async () => ({
      of: asked,
      // Of what is saved it is known.
      verdict: asked === saved.yaml ? saved.verdict : await api.validate(asked),
    }),
    [api, asked, saved],
  );
  return {
    verdict: value?.verdict ?? saved.verdict,
    isCurrent: value?.of === yaml && !loading && !error,
    error: loading ? undefined : error,
    retry,
  };
}
