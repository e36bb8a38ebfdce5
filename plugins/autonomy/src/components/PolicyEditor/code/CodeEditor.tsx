import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { makeStyles } from '@material-ui/core/styles';
import CodeMirror from '@uiw/react-codemirror';
import { useMemo } from 'react';
import { useCodeTheme } from './useCodeTheme';

const useStyles = makeStyles(
  theme => ({
    root: {
      minWidth: 0,
      overflow: 'hidden',
      border: `1px solid ${theme.palette.text.secondary}`,
      borderRadius: theme.shape.borderRadius,
    },
  }),
  { name: 'AutonomyCodeEditor' },
);

export interface CodeEditorProps {
  value: string;
  onChange?: (value: string) => void;
  /** Its name for those who do not see what stands around it. */
  label: string;
  /** Element that says what is wrong with it, or what it is for. */
  describedBy?: string;
  isInvalid?: boolean;
  isReadOnly?: boolean;
  /** The language, its completion and its marks; the same object as long as nothing of it changes. */
  extensions: Extension;
  lineNumbers?: boolean;
  maxHeight?: string;
  onCreate?: (view: EditorView) => void;
  onBlur?: () => void;
}

/** A text that a machine reads. The Tab key leaves it, as any other field. */
export function CodeEditor(props: CodeEditorProps) {
  const { describedBy, extensions, isInvalid, isReadOnly, label } = props;
  const classes = useStyles();
  const theme = useCodeTheme();
  const all = useMemo(
    () => [
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({
        'aria-label': label,
        // Said, so that tools know that the keyboard reaches what scrolls.
        tabindex: '0',
        ...(describedBy && { 'aria-describedby': describedBy }),
        ...(isInvalid && { 'aria-invalid': 'true' }),
        ...(isReadOnly && { 'aria-readonly': 'true' }),
      }),
      extensions,
    ],
    [describedBy, extensions, isInvalid, isReadOnly, label],
  );
  return (
    <CodeMirror
      className={classes.root}
      value={props.value}
      onChange={props.onChange}
      onBlur={props.onBlur}
      onCreateEditor={props.onCreate}
      readOnly={isReadOnly}
      theme={theme}
      maxHeight={props.maxHeight}
      indentWithTab={false}
      basicSetup={{
        lineNumbers: props.lineNumbers ?? false,
        foldGutter: props.lineNumbers ?? false,
        highlightActiveLine: props.lineNumbers ?? false,
        highlightActiveLineGutter: props.lineNumbers ?? false,
        // The expression's own completion replaces it.
        autocompletion: false,
        searchKeymap: true,
      }}
      extensions={all}
    />
  );
}
