import type {
  DecisionRight,
  RightResult,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useAutonomyWords } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { autonomyTranslationRef } from '../../../translation';
import { Concern } from '../../Concern';

const useStyles = makeStyles(
  theme => ({
    root: {
      ...theme.typography.body2,
      listStyle: 'none',
      margin: 0,
      padding: theme.spacing(1, 1.5),
      borderLeft: `4px solid ${theme.palette.divider}`,
    },
  }),
  { name: 'AutonomyGrantNotes' },
);

export interface GrantNotesProps {
  right: RightResult;
  /** What is to be granted. */
  wanted: DecisionRight;
}

/** What is recommended and in force in an area, and the caps that no grant exceeds. */
export function GrantNotes({ right, wanted }: GrantNotesProps) {
  const { caps, effective, recommended } = right;
  const classes = useStyles();
  const words = useAutonomyWords();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const steps = wanted - recommended;
  const bounds = caps.filter(cap => cap.hard && cap.right < 5);

  function differenceOf(): string {
    if (steps === 0) return t('grantForm.same');
    return steps > 0
      ? t('grantForm.above', { count: steps })
      : t('grantForm.below', { count: -steps });
  }
  return (
    <ul className={classes.root} aria-live="polite">
      <li>
        {t('grantForm.standing', {
          recommended: words.right(recommended),
          effective: words.right(effective),
        })}
      </li>
      <li>{differenceOf()}</li>
      {bounds.map((cap, index) => {
        const text = t('grantForm.bound', {
          limit: words.cap(cap),
          right: words.right(cap.right),
        });
        return (
          <li key={index}>
            {cap.right < wanted ? (
              <Concern>
                {text} {t('grantForm.bounded')}
              </Concern>
            ) : (
              text
            )}
          </li>
        );
      })}
    </ul>
  );
}
