import type { EntityHistory } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { autonomyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { useState } from 'react';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { changeItem, readOn, readPage, sourceOf } from './readTimeline';
import {
  mergeTimeline,
  type TimelineKind,
  type TimelineSources,
} from './timeline';

/** Rows that are shown at once, and that come with each step. */
const STEP = 20;

/** Everything that happened to an entity, read page by page as far as it is looked at. */
export function useTimeline(
  entityRef: string,
  history: EntityHistory,
  kinds: readonly TimelineKind[],
) {
  const api = useApi(autonomyApiRef);
  const [shown, setShown] = useState(STEP);
  const [further, setFurther] = useState<{
    first: TimelineSources;
    read: TimelineSources;
  }>();

  // The first page of changes came with the history.
  const first = useAsyncRetry(async () => {
    const [incident, deployment] = await Promise.all([
      readPage(api, entityRef, 'incident'),
      readPage(api, entityRef, 'deployment'),
    ]);
    const change = sourceOf(history.events.map(changeItem), history);
    return { change, incident, deployment };
  }, [api, entityRef, history]);

  // What was read after other first pages is of no use.
  const read = further?.first === first.value ? further?.read : first.value;
  const merged = read && mergeTimeline(read, kinds);

  const [more, showMore] = useAsyncFn(async () => {
    if (!read || !first.value) return;
    const wanted = shown + STEP;
    let sources = read;
    for (;;) {
      const { items, behind } = mergeTimeline(sources, kinds);
      if (items.length >= wanted || behind.length === 0) break;
      sources = await readOn(api, entityRef, sources, behind);
    }
    setFurther({ first: first.value, read: sources });
    setShown(wanted);
  }, [api, entityRef, first.value, kinds, read, shown]);

  return {
    items: merged?.items.slice(0, shown),
    hasMore:
      merged !== undefined &&
      (merged.items.length > shown || merged.behind.length > 0),
    isReading: more.loading,
    /** Of the first pages, or of more of them. */
    error: first.error ?? more.error,
    retry: first.error ? first.retry : showMore,
    reload: first.retry,
    showMore,
  };
}
