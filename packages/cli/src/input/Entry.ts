import type { Mistake } from '../evidence';

/**
 * Where an item was read: what a text editor would show.
 *
 * @internal
 */
export interface Origin {
  file: string;
  /** From 1. */
  line: number;
}

/**
 * An item as it stands in its file.
 *
 * @internal
 */
export interface ReadItem {
  origin: Origin;
  item: unknown;
}

/**
 * A mistake and where it is.
 *
 * @internal
 */
export type ItemError = Origin & Mistake;

/**
 * An item, or why there is none at this place.
 *
 * @internal
 */
export type Entry =
  | (ReadItem & { unreadable?: undefined })
  | { origin: Origin; unreadable: Mistake };

/**
 * Reads one format.
 *
 * @throws Failure (input) where what follows cannot be read either
 * @internal
 */
export type Reader = (
  text: AsyncIterable<string>,
  file: string,
) => AsyncIterable<Entry>;
