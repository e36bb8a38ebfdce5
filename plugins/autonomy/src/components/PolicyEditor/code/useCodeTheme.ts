import { useToneStyles } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { useTheme } from '@material-ui/core/styles';
import { useMemo } from 'react';

const MONOSPACE =
  'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace';

/** Colours of the host's theme, light or dark, for texts that a machine reads. */
export function useCodeTheme(): Extension {
  const { palette } = useTheme();
  const tones = useToneStyles();
  return useMemo(() => {
    const isDark = palette.type === 'dark';
    const frame = EditorView.theme(
      {
        '&': {
          color: palette.text.primary,
          backgroundColor: palette.background.paper,
          fontSize: '13px',
        },
        '&.cm-focused': { outline: `2px solid ${palette.primary.main}` },
        '.cm-content': {
          fontFamily: MONOSPACE,
          caretColor: palette.text.primary,
        },
        '.cm-gutters': {
          color: palette.text.secondary,
          backgroundColor: palette.background.paper,
          borderRight: `1px solid ${palette.divider}`,
        },
        '.cm-activeLine, .cm-activeLineGutter': {
          backgroundColor: palette.action.hover,
        },
        '.cm-activeLineGutter': { color: palette.text.primary },
        '.cm-cursor': { borderLeftColor: palette.text.primary },
        '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground':
          { backgroundColor: palette.action.focus },
        '.cm-tooltip': {
          color: palette.text.primary,
          backgroundColor: palette.background.paper,
          border: `1px solid ${palette.divider}`,
        },
        '.cm-tooltip-autocomplete ul li[aria-selected]': {
          color: palette.getContrastText(palette.primary.main),
          backgroundColor: palette.primary.main,
        },
        '.cm-completionDetail': { whiteSpace: 'normal' },
      },
      { dark: isDark },
    );
    const words = HighlightStyle.define([
      // Grey would be too pale on the line of the cursor.
      { tag: tags.comment, fontStyle: 'italic' },
      { tag: [tags.string, tags.special(tags.string)], class: tones.good },
      { tag: [tags.number, tags.bool, tags.atom], class: tones.attention },
      {
        tag: [tags.definition(tags.propertyName), tags.function(tags.name)],
        fontWeight: '600',
      },
    ]);
    return [frame, syntaxHighlighting(words)];
  }, [palette, tones]);
}
