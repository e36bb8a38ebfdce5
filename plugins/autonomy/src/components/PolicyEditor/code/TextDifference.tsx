import { yaml } from '@codemirror/lang-yaml';
import { unifiedMergeView } from '@codemirror/merge';
import { useMemo } from 'react';
import { CodeEditor } from './CodeEditor';

export interface TextDifferenceProps {
  label: string;
  before: string;
  after: string;
}

/** What two texts do not have in common, line by line in one column. */
export function TextDifference({ after, before, label }: TextDifferenceProps) {
  const extensions = useMemo(
    () => [
      yaml(),
      unifiedMergeView({
        original: before,
        mergeControls: false,
        collapseUnchanged: { margin: 3, minSize: 6 },
      }),
    ],
    [before],
  );
  return (
    <CodeEditor
      // What is compared with cannot be exchanged.
      key={before}
      label={label}
      value={after}
      isReadOnly
      extensions={extensions}
      lineNumbers
      maxHeight="50vh"
    />
  );
}
