import type {
  EntitiesSelection,
  ListEntitiesResponse,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { InputError } from '@backstage/errors';
import type { Page } from '../../../paging';
import { cursors, type Cursor } from './cursor';
import type { ListedEntity, ListOrder, Position } from './ListQuery';

const DEFAULT_ORDER: ListOrder = { by: 'name', direction: 'asc' };

/**
 * The order that is asked for; that of the cursor where there is one.
 *
 * @throws InputError where the two differ
 * @internal
 */
export function orderOf(
  { order, orderBy }: EntitiesSelection,
  cursor?: Cursor,
): ListOrder {
  if (!cursor) {
    return {
      by: orderBy ?? DEFAULT_ORDER.by,
      direction: order ?? DEFAULT_ORDER.direction,
    };
  }
  const isSame =
    (orderBy ?? cursor.order.by) === cursor.order.by &&
    (order ?? cursor.order.direction) === cursor.order.direction;
  if (!isSame) {
    throw new InputError(
      `Invalid cursor: expected one of this order, found one of ${cursor.order.by} ${cursor.order.direction}`,
    );
  }
  return cursor.order;
}

/**
 * A page as it is sent. Its cursors name only rows of the page itself, which the reader sees anyway, or of an
 * earlier one.
 *
 * @internal
 */
export function toAnswer(
  { next, rows }: Page<ListedEntity, Position>,
  order: ListOrder,
  cursor: Cursor | undefined,
): Pick<ListEntitiesResponse, 'items' | 'pageInfo'> {
  const isBackwards = cursor?.backwards ?? false;
  const inOrder = isBackwards ? [...rows].reverse() : rows;
  const onwards = next && { from: next.after, skip: next.skip };
  const [first] = rows;
  // Where the walk came from there is a page, unless it started at an end.
  const back = cursor && first && { from: first.position };
  const [before, after] = isBackwards ? [onwards, back] : [back, onwards];

  const pageInfo: ListEntitiesResponse['pageInfo'] = {};
  if (after) {
    pageInfo.nextCursor = cursors.encode({ order, ...after, backwards: false });
  }
  if (before) {
    pageInfo.prevCursor = cursors.encode({ order, ...before, backwards: true });
  }
  return { items: inOrder.map(({ summary }) => summary), pageInfo };
}
