import type { PolicyDocument } from '@aligned-autonomy/backstage-plugin-autonomy-common';

/**
 * Ids of the checks of a document; of an overlay those that it adds.
 *
 * @internal
 */
export function checksOf(document: PolicyDocument): string[] {
  switch (document.kind) {
    case 'Scorecard':
      return document.value.checks.map(({ id }) => id);
    case 'Overlay':
      return document.value.scorecards.flatMap(({ checks }) =>
        checks.map(({ id }) => id),
      );
    default:
      return [];
  }
}
