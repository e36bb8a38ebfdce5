import type { Theme } from '@material-ui/core/styles';

/** Lines are told apart by their dashes as well as by their colour. */
const DASHES = [undefined, '7 4', '2 3', '10 3 2 3'];

/** How the line with this number looks in the host's theme. */
export function lineLook({ palette }: Theme, index: number) {
  const colors = [
    palette.primary.main,
    palette.text.primary,
    palette.text.secondary,
    palette.warning.main,
  ];
  return {
    stroke: colors[index % colors.length],
    strokeDasharray: DASHES[index % DASHES.length],
    strokeWidth: 2,
  };
}
