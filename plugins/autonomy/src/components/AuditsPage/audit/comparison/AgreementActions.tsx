import type { AuditComparison } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { autonomyTranslationRef } from '../../../../translation';
import { ChoiceField, DateField, WordsField } from '../../../actions/dialog';
import { ACTION_KINDS, type ActionDraft } from './agreementDraft';

const LONGEST = 200;

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(1.5) },
    heading: { ...theme.typography.body2, fontWeight: 600, margin: 0 },
    action: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(180px, 1fr))',
      gap: theme.spacing(1.5),
      margin: 0,
      padding: theme.spacing(1.5),
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
    },
    button: { justifySelf: 'start', alignSelf: 'start' },
  }),
  { name: 'AutonomyAgreementActions' },
);

export interface AgreementActionsProps {
  comparison: AuditComparison[];
  actions: ActionDraft[];
  onChange: (actions: ActionDraft[]) => void;
  mistakes: { titles: number[]; days: number[] };
}

/** What the audit leads to. */
export function AgreementActions(props: AgreementActionsProps) {
  const { actions, comparison, mistakes, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const edit = (index: number, part: Partial<ActionDraft>) =>
    onChange(
      actions.map((action, at) =>
        at === index ? { ...action, ...part } : action,
      ),
    );
  return (
    <div className={classes.root}>
      <h3 className={classes.heading}>{t('auditAction.title')}</h3>
      {actions.map((action, index) => {
        const number = String(index + 1);
        return (
          <fieldset
            key={index}
            className={classes.action}
            aria-label={t('auditAction.number', { number })}
          >
            <ChoiceField
              label={t('auditAction.kind')}
              value={action.kind}
              onChange={kind => edit(index, { kind })}
              choices={ACTION_KINDS.map(value => ({
                value,
                label: t(`auditAction.kinds.${value}`),
              }))}
            />
            <ChoiceField
              label={t('auditRating.area')}
              value={action.area}
              onChange={area => edit(index, { area })}
              choices={[
                { value: '', label: t('auditAction.noArea') },
                ...comparison.map(({ area, title }) => ({
                  value: area,
                  label: title,
                })),
              ]}
            />
            <WordsField
              label={t('auditAction.what')}
              required
              value={action.title}
              onChange={title => edit(index, { title })}
              longest={LONGEST}
              mistake={
                mistakes.titles.includes(index)
                  ? t('actionField.required')
                  : undefined
              }
            />
            <DateField
              label={t('auditAction.due')}
              value={action.dueOn}
              onChange={dueOn => edit(index, { dueOn })}
              mistake={
                mistakes.days.includes(index)
                  ? t('auditAction.dueMistake')
                  : undefined
              }
            />
            <Button
              size="small"
              className={classes.button}
              onClick={() => onChange(actions.filter((_, at) => at !== index))}
            >
              {t('auditAction.remove', { number })}
            </Button>
          </fieldset>
        );
      })}
      <Button
        size="small"
        variant="outlined"
        className={classes.button}
        onClick={() =>
          onChange([
            ...actions,
            { kind: 'grant', area: '', title: '', dueOn: '' },
          ])
        }
      >
        {t('auditAction.add')}
      </Button>
    </div>
  );
}
