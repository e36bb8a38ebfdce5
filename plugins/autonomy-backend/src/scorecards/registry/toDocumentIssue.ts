import {
  DocumentPositions,
  type PolicyDocumentIssue,
  type PolicyIssue,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

/**
 * Makes issues what the editor shows: at a column, where one can be told.
 *
 * @param tried - what messages name the text that is edited
 * @param yaml - that text
 * @internal
 */
export function toDocumentIssues(
  tried: string,
  yaml: string,
): (issue: PolicyIssue) => PolicyDocumentIssue {
  let positions: DocumentPositions | undefined;
  return ({ field, file, line, message }) => {
    if (file !== tried) {
      return { file, line, field, message };
    }
    positions ??= DocumentPositions.create(yaml);
    const place = positions.ofIssue({ field, line, message });
    return { line, ...place, field, message };
  };
}
