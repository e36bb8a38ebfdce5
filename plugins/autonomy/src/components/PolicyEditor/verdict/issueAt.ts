import {
  fieldPath,
  type FieldPath,
  type PolicyDocumentIssue,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

/** What is said first of a field of the text, or of anything in it. */
export function issueAt(
  issues: PolicyDocumentIssue[],
  path: FieldPath,
): string | undefined {
  return issues.find(({ field, file }) => {
    const found = fieldPath(field);
    return (
      file === undefined &&
      found.length >= path.length &&
      path.every((key, index) => found[index] === key)
    );
  })?.message;
}
