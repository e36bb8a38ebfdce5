import type { RightResult } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useAutonomyWords } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import { autonomyTranslationRef } from '../../../translation';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.75),
      listStyle: 'none',
      margin: theme.spacing(0, 0, 2),
      padding: 0,
    },
    chip: {
      ...theme.typography.body2,
      gap: theme.spacing(0.75),
      padding: theme.spacing(0.25, 1.25),
      borderRadius: 14,
      border: `1px solid ${theme.palette.text.secondary}`,
      textAlign: 'left',
      overflowWrap: 'anywhere',
      '&:hover': { background: theme.palette.action.hover },
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: 2,
      },
    },
    chosen: {
      fontWeight: 700,
      color: theme.palette.getContrastText(theme.palette.primary.main),
      background: theme.palette.primary.main,
      borderColor: theme.palette.primary.main,
      '&:hover': { background: theme.palette.primary.main },
    },
    number: { fontWeight: 700 },
  }),
  { name: 'AutonomyAreaChips' },
);

export interface AreaChipsProps {
  rights: RightResult[];
  /** The area that is explained. */
  area?: string;
  onChoose: (area: string) => void;
}

/** Every area with its right in words and as a number; one of them is explained. */
export function AreaChips({ rights, area, onChoose }: AreaChipsProps) {
  const classes = useStyles();
  const words = useAutonomyWords();
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    <ul className={classes.root} aria-label={t('rightDetails.areas')}>
      {rights.map(item => (
        <li key={item.area}>
          <ButtonBase
            className={`${classes.chip} ${
              item.area === area ? classes.chosen : ''
            }`}
            aria-pressed={item.area === area}
            onClick={() => onChoose(item.area)}
          >
            <span>
              {item.title} · {words.right(item.effective)}{' '}
              <span className={classes.number}>{item.effective}</span>
            </span>
          </ButtonBase>
        </li>
      ))}
    </ul>
  );
}
