import type { PolicyDocumentIssue } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Diagnostic } from '@codemirror/lint';
import type { Text } from '@codemirror/state';

/** From where to where an issue stands in a text; the whole line where no column is known. */
export function rangeOf(
  { column, endColumn, line }: PolicyDocumentIssue,
  text: Text,
): { from: number; to: number } {
  const {
    from,
    length,
    text: content,
  } = text.line(Math.max(1, Math.min(line, text.lines)));
  const indent = content.length - content.trimStart().length;
  const start = Math.min(column === undefined ? indent : column - 1, length);
  const end = Math.min(
    endColumn === undefined ? length : endColumn - 1,
    length,
  );
  return { from: from + start, to: from + Math.max(start, end) };
}

/** Issues and warnings as marks; those that stand in other documents are left out. */
export function marksOf(
  issues: PolicyDocumentIssue[],
  severity: Diagnostic['severity'],
  text: Text,
): Diagnostic[] {
  return issues
    .filter(({ file }) => file === undefined)
    .map(issue => ({
      ...rangeOf(issue, text),
      severity,
      message: issue.message,
    }));
}
