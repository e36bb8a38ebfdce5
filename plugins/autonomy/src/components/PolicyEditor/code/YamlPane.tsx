import type {
  PolicyDocumentIssue,
  PolicyVerdict,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { yaml as yamlLanguage } from '@codemirror/lang-yaml';
import { lintGutter, setDiagnostics } from '@codemirror/lint';
import { EditorView } from '@codemirror/view';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEffect, useState } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { CodeEditor } from './CodeEditor';
import { marksOf, rangeOf } from './yamlMarks';

const EXTENSIONS = [yamlLanguage(), lintGutter()];

export interface YamlPaneProps {
  yaml: string;
  onChange: (yaml: string) => void;
  isReadOnly: boolean;
  /** What is marked; undefined while it is of another text. */
  verdict?: PolicyVerdict;
  /** Where the reader wants to be taken; another object takes there again. */
  target?: PolicyDocumentIssue;
}

/** The text itself, with what is wrong with it underlined. */
export function YamlPane(props: YamlPaneProps) {
  const { isReadOnly, onChange, target, verdict, yaml } = props;
  const [view, setView] = useState<EditorView>();
  const { t } = useTranslationRef(autonomyTranslationRef);

  useEffect(() => {
    if (!view) return;
    const { doc } = view.state;
    view.dispatch(
      setDiagnostics(view.state, [
        ...marksOf(verdict?.issues ?? [], 'error', doc),
        ...marksOf(verdict?.warnings ?? [], 'warning', doc),
      ]),
    );
  }, [verdict, view]);

  useEffect(() => {
    if (!view || !target) return;
    const { from } = rangeOf(target, view.state.doc);
    view.dispatch({
      selection: { anchor: from },
      effects: EditorView.scrollIntoView(from, { y: 'center' }),
    });
    view.focus();
  }, [target, view]);

  return (
    <CodeEditor
      label={t('editor.yaml')}
      value={yaml}
      onChange={onChange}
      isReadOnly={isReadOnly}
      extensions={EXTENSIONS}
      lineNumbers
      maxHeight="calc(100vh - 220px)"
      onCreate={setView}
    />
  );
}
