import { useState } from 'react';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';

interface Page<T> {
  items: T[];
  pageInfo: { nextCursor?: string };
}

/**
 * A list that grows page by page.
 *
 * @param load - a page; another function starts another list
 */
export function usePages<T>(load: (cursor?: string) => Promise<Page<T>>) {
  const first = useAsyncRetry(() => load(), [load]);
  const start = first.value;
  const [later, setLater] = useState<{ start?: Page<T>; pages: Page<T>[] }>({
    pages: [],
  });
  // Pages belong to the list that they were asked for after.
  const pages = start
    ? [start, ...(later.start === start ? later.pages : [])]
    : [];
  const cursor = pages.at(-1)?.pageInfo.nextCursor;
  const [next, showMore] = useAsyncFn(async () => {
    const page = await load(cursor);
    setLater(({ start: of, pages: known }) => ({
      start,
      pages: of === start ? [...known, page] : [page],
    }));
  }, [load, start, cursor]);
  return {
    /** Undefined before the first answer. */
    items: start && pages.flatMap(({ items }) => items),
    loading: first.loading,
    error: first.error,
    retry: first.retry,
    hasMore: cursor !== undefined,
    showMore,
    isAdding: next.loading,
    addingError: next.error,
  };
}
