import { yaml } from '@codemirror/lang-yaml';
import { unifiedMergeView } from '@codemirror/merge';
import { EditorState } from '@codemirror/state';
import { EditorView, lineNumbers } from '@codemirror/view';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import { useEffect, useRef } from 'react';

const useStyles = makeStyles(
  theme => ({
    root: {
      maxHeight: 480,
      overflow: 'auto',
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
    },
  }),
  { name: 'AutonomyTextDiff' },
);

export interface TextDiffProps {
  /** What is compared, for those who cannot see it. */
  label: string;
  before: string;
  after: string;
}

/** How a YAML text differs from an earlier one, line by line in one column. Load it lazily: editors are large. */
export function TextDiff({ after, before, label }: TextDiffProps) {
  const classes = useStyles();
  const { palette } = useTheme();
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const view = new EditorView({
      parent: ref.current!,
      doc: after,
      extensions: [
        yaml(),
        lineNumbers(),
        EditorView.lineWrapping,
        EditorView.editable.of(false),
        EditorState.readOnly.of(true),
        EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
        EditorView.theme(
          {
            '&': {
              color: palette.text.primary,
              backgroundColor: palette.background.paper,
            },
            '.cm-gutters': {
              color: palette.text.secondary,
              backgroundColor: palette.background.paper,
            },
          },
          { dark: palette.type === 'dark' },
        ),
        unifiedMergeView({
          original: before,
          mergeControls: false,
          highlightChanges: true,
          collapseUnchanged: { margin: 3 },
        }),
      ],
    });
    return () => view.destroy();
  }, [after, before, label, palette]);
  return <div ref={ref} className={classes.root} />;
}
