import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { RiAddLine, RiDeleteBinLine } from '@remixicon/react';
import { autonomyTranslationRef } from '../../../translation';
import { DateField, WordsField } from '../dialog';
import type { ActionDraft, ReviewDays } from './reviewDraft';

const MOST_ACTIONS = 50;
const LONGEST_TITLE = 500;

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    line: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) 160px 36px',
      alignItems: 'start',
      gap: theme.spacing(1),
      padding: theme.spacing(1, 0),
      [theme.breakpoints.down('xs')]: {
        gridTemplateColumns: 'minmax(0, 1fr) 36px',
      },
    },
  }),
  { name: 'AutonomyReviewActions' },
);

export interface ReviewActionsProps {
  actions: ActionDraft[];
  onChange: (actions: ActionDraft[]) => void;
  days: ReviewDays;
  /** Whether what is on record may be dropped, too. */
  mayDrop: boolean;
  /** By the key of the action. */
  mistakes: Record<number, { title?: string; closed?: string }>;
}

/** What a review agreed on, and since when it is done. */
export function ReviewActions(props: ReviewActionsProps) {
  const { actions, days, mayDrop, mistakes, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const change = (key: number, part: Partial<ActionDraft>) =>
    onChange(
      actions.map(each => (each.key === key ? { ...each, ...part } : each)),
    );
  const nextKey = Math.max(-1, ...actions.map(({ key }) => key)) + 1;
  return (
    <div>
      <Typography variant="subtitle2" component="h3">
        {t('incidentReview.actions')}
      </Typography>
      <ul className={classes.list} aria-label={t('incidentReview.actions')}>
        {actions.map(({ closed, key, known, title }, index) => {
          const number = { number: String(index + 1) };
          return (
            <li key={key} className={classes.line}>
              {known ? (
                <Typography variant="body2">{known.title}</Typography>
              ) : (
                <WordsField
                  label={t('incidentReview.action', number)}
                  required
                  value={title}
                  onChange={text => change(key, { title: text })}
                  longest={LONGEST_TITLE}
                  mistake={mistakes[key]?.title}
                />
              )}
              <DateField
                label={t('incidentReview.closed', number)}
                value={closed}
                onChange={day => change(key, { closed: day })}
                first={days.first}
                last={days.last}
                mistake={mistakes[key]?.closed}
              />
              {(!known || mayDrop) && (
                <IconButton
                  size="small"
                  aria-label={t('incidentReview.removeAction', number)}
                  onClick={() =>
                    onChange(actions.filter(each => each.key !== key))
                  }
                >
                  <RiDeleteBinLine size={18} />
                </IconButton>
              )}
            </li>
          );
        })}
      </ul>
      {actions.length < MOST_ACTIONS && (
        <Button
          size="small"
          startIcon={<RiAddLine size={16} />}
          onClick={() =>
            onChange([...actions, { key: nextKey, title: '', closed: '' }])
          }
        >
          {t('incidentReview.addAction')}
        </Button>
      )}
    </div>
  );
}
