import type { VersionEntry } from './VersionRow';

/**
 * The newest version of a document that was not taken back.
 *
 * @param versions - all of the document, the newest first
 * @internal
 */
export function newestOf(
  versions: readonly VersionEntry[],
): VersionEntry | undefined {
  return versions.find(({ withdrawn }) => !withdrawn);
}
