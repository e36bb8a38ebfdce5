import { darken, getContrastRatio, lighten } from '@material-ui/core/styles';

/** WCAG 2 AA for text asks for 4.5; the rest is for stripes and hovered rows between the backgrounds. */
const ENOUGH = 5;

/**
 * The colour, moved towards black or white just far enough to be read as text on every one of
 * the backgrounds. A host's theme chooses its status colours for dots, not for words.
 * @internal
 */
export function readableOn(color: string, backgrounds: string[]): string {
  const contrast = (candidate: string) =>
    Math.min(...backgrounds.map(item => getContrastRatio(candidate, item)));
  const move =
    Math.min(...backgrounds.map(item => getContrastRatio('#000', item))) >
    ENOUGH
      ? darken
      : lighten;
  for (let step = 0; step < 1; step += 0.05) {
    const candidate = move(color, step);
    if (contrast(candidate) >= ENOUGH) {
      return candidate;
    }
  }
  return move(color, 1);
}
