import type { PublishedVersion } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { VersionEntry } from './VersionRow';

/**
 * What became of versions.
 *
 * @param versions - all of each document that occurs, the newest first
 * @param now - UTC milliseconds
 * @internal
 */
export function statesOf(
  versions: readonly VersionEntry[],
  now: number,
): PublishedVersion[] {
  const inForce = new Set<string>();
  return versions.map((version): PublishedVersion => {
    if (version.withdrawn) {
      return { ...version, state: 'withdrawn' };
    }
    if (version.effectiveFrom > now) {
      return { ...version, state: 'scheduled' };
    }
    const key = `${version.kind}/${version.name}`;
    const state = inForce.has(key) ? 'superseded' : 'in-force';
    inForce.add(key);
    return { ...version, state };
  });
}
