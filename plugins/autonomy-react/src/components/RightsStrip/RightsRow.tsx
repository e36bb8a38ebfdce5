import type {
  RightResult,
  TrustResult,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import { autonomyReactTranslationRef } from '../../translation';
import { levelRight, useAutonomyWords } from '../../words';
import { RightBoxes } from '../RightBoxes';

const useStyles = makeStyles(
  theme => ({
    row: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 34%) minmax(0, 1fr)',
      gap: theme.spacing(1),
      padding: theme.spacing(0.5, 0),
      fontFamily: theme.typography.fontFamily,
      fontSize: theme.typography.body2.fontSize,
      lineHeight: 1.35,
    },
    area: {
      font: 'inherit',
      textAlign: 'left',
      justifyContent: 'flex-start',
      alignSelf: 'start',
      overflowWrap: 'anywhere',
      borderRadius: 2,
      '&:hover': { textDecoration: 'underline' },
      '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
    },
    // What limits the right stands at the end of its line, or begins the next one if too long.
    rest: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      justifyContent: 'space-between',
      columnGap: theme.spacing(1),
    },
    right: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(1),
    },
    limit: {
      color: theme.palette.text.secondary,
      fontSize: theme.typography.caption.fontSize,
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'AutonomyRightsRow' },
);

/** @internal */
export interface RightsRowProps {
  right: RightResult;
  trust?: TrustResult;
  onSelect?: (area: string) => void;
}

/** One area: its name, the boxes, the word, and what limits it. @internal */
export function RightsRow({ right, trust, onSelect }: RightsRowProps) {
  const classes = useStyles();
  const words = useAutonomyWords();
  const { t } = useTranslationRef(autonomyReactTranslationRef);
  const allowed = levelRight(right);
  const word = words.right(right.effective);
  return (
    <li className={classes.row}>
      {onSelect ? (
        <ButtonBase
          className={classes.area}
          onClick={() => onSelect(right.area)}
          aria-label={t('strip.explain', { right: word, area: right.title })}
        >
          {right.title}
        </ButtonBase>
      ) : (
        <span className={classes.area}>{right.title}</span>
      )}
      <span className={classes.rest}>
        <span className={classes.right} title={words.meaning(right.effective)}>
          <RightBoxes right={right.effective} upTo={allowed} />
          {word}
        </span>
        <span className={classes.limit}>{words.limits(right, trust)}</span>
      </span>
    </li>
  );
}
