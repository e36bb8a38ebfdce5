import { RESERVED_COLLECTORS } from '@aligned-autonomy/backstage-plugin-autonomy-common';

/**
 * What the name of a collector is that is not built in.
 *
 * @internal
 */
export const COLLECTOR_NAME =
  'a collector name of letters and digits that starts with a small letter, has at most 63 characters and is not one of the built-in collectors';

/**
 * @internal
 */
export function isCollectorName(name: string): boolean {
  return (
    /^[a-z][A-Za-z0-9]{0,62}$/.test(name) && !RESERVED_COLLECTORS.includes(name)
  );
}
