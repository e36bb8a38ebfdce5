/**
 * Below the megabyte that the backend takes in one request.
 *
 * @internal
 */
export const MAX_BATCH_BYTES = 900_000;

/**
 * An item goes into one request.
 *
 * @internal
 */
export const MAX_ITEM_BYTES = MAX_BATCH_BYTES;

/**
 * A JSON document is read as a whole.
 *
 * @internal
 */
export const MAX_JSON_BYTES = 64 * 1024 * 1024;
