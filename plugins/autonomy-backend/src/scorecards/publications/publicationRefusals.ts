import type { PolicyDocumentKey } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { ConflictError } from '@backstage/errors';
import type { StoredDraft } from '../drafts';
import { newestOf, type VersionEntry } from '../versions';

function wasPublished({
  author,
  kind,
  name,
  number,
  publishedAt,
}: VersionEntry) {
  return `version ${number} of ${kind} ${name} was published by ${author} at ${new Date(
    publishedAt,
  ).toISOString()}`;
}

/**
 * A draft is over what was in force when it was begun.
 *
 * @internal
 */
export function assertUpToDate(
  { baseVersion, id }: StoredDraft,
  newest: VersionEntry | undefined,
): void {
  if (newest && newest.number !== baseVersion) {
    throw new ConflictError(
      `Draft ${id} was begun before: ${wasPublished(newest)}`,
    );
  }
}

/** @internal */
export function assertNewest(
  { kind, name }: PolicyDocumentKey,
  expected: number | undefined,
  versions: readonly VersionEntry[],
): void {
  const newest = newestOf(versions);
  const known = [newest?.number, versions[0]?.number];
  if (!known.includes(expected)) {
    throw new ConflictError(
      newest
        ? `Somebody was quicker: ${wasPublished(newest)}`
        : `Nothing of ${kind} ${name} is published here: expected none to be the newest, found ${expected}`,
    );
  }
}

/** @internal */
export function assertNothingScheduled(
  { kind, name }: PolicyDocumentKey,
  versions: readonly VersionEntry[],
  now: number,
): void {
  const scheduled = versions.find(
    ({ effectiveFrom, withdrawn }) => !withdrawn && effectiveFrom > now,
  );
  if (scheduled) {
    throw new ConflictError(
      `Version ${
        scheduled.number
      } of ${kind} ${name} is announced for ${new Date(
        scheduled.effectiveFrom,
      ).toISOString()} by ${scheduled.author}: withdraw it first`,
    );
  }
}

/** @internal */
export function assertNotCounting(version: VersionEntry, now: number): void {
  const { effectiveFrom, number, withdrawn } = version;
  if (withdrawn) {
    throw new ConflictError(
      `Version ${number} was withdrawn by ${withdrawn.by} at ${new Date(
        withdrawn.at,
      ).toISOString()}`,
    );
  }
  if (effectiveFrom <= now) {
    throw new ConflictError(
      `Version ${number} counts since ${new Date(
        effectiveFrom,
      ).toISOString()}: roll back or retire instead`,
    );
  }
}
