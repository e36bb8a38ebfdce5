import { makeStyles, type Theme } from '@material-ui/core/styles';
import { readableOn } from './readableOn';

/** How a word should feel. It never stands alone: an icon or the word itself says the same. @public */
export type Tone = 'good' | 'attention' | 'bad' | 'neutral';

function readable(theme: Theme, color: string) {
  const { paper, default: page } = theme.palette.background;
  return { color: readableOn(color, [paper, page]) };
}

/** One class a tone, readable in the host's light and dark theme. @public */
export const useToneStyles = makeStyles<Theme, {}, Tone>(
  theme => ({
    good: readable(theme, theme.palette.success.main),
    attention: readable(theme, theme.palette.warning.main),
    bad: readable(theme, theme.palette.error.main),
    // The secondary colour of a text is meant for paper: on the grey of a page it is too light.
    neutral: readable(theme, theme.palette.grey[600]),
  }),
  { name: 'AutonomyTone' },
);
