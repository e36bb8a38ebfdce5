/** One page of what was found, with the position as its cursor. */
export function pageOf<T>(
  found: T[],
  { cursor = '0', limit = 20 }: { cursor?: string; limit?: number },
) {
  const start = Number(cursor);
  const end = start + limit;
  return {
    items: found.slice(start, end),
    pageInfo: {
      nextCursor: end < found.length ? String(end) : undefined,
      prevCursor: start > 0 ? String(Math.max(0, start - limit)) : undefined,
    },
  };
}

/** One page of a list that is read forwards only. */
export function forwardPageOf<T>(
  found: T[],
  request: { cursor?: string; limit?: number },
) {
  const { items, pageInfo } = pageOf(found, request);
  return { items, pageInfo: { nextCursor: pageInfo.nextCursor } };
}

/** Whether a value is among those wanted; without a wish everything is. */
export function isWanted<T>(wanted: T[] | undefined, value: T | undefined) {
  return !wanted?.length || wanted.includes(value as T);
}

/** Items with the highest number first. */
export function newestFirst<T>(items: T[], instantOf: (item: T) => number) {
  return [...items].sort((a, b) => instantOf(b) - instantOf(a));
}

/** What the client throws where there is no such thing. */
export function notFound(what: string): Error {
  return named('NotFoundError', `There is no ${what}`);
}

/** What the client throws where something stands in the way. */
export function conflict(message: string): Error {
  return named('ConflictError', message);
}

function named(name: string, message: string): Error {
  return Object.assign(new Error(message), { name });
}
