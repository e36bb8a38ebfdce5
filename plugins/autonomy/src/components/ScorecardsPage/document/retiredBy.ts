import type {
  PolicyDocumentText,
  PublishedVersion,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

/** The version that took a document away; undefined where it is in force. */
export function retiredBy({
  versions,
}: Pick<PolicyDocumentText, 'versions'>): PublishedVersion | undefined {
  return versions.find(
    ({ action, state }) => state === 'in-force' && action === 'retire',
  );
}
