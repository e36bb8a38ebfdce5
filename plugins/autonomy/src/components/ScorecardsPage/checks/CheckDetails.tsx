import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { ReactNode } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { EntityName, RecordLink } from '../../actions/shared';
import { percent, TrendChart } from '../../charts';
import { CheckFigures } from './CheckFigures';
import type { CheckRowProps } from './CheckRow';
import { noonOf } from './noonOf';
import { useEffectWords } from './useEffectWords';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gap: theme.spacing(1.5),
      padding: theme.spacing(1, 0),
    },
    facts: {
      ...theme.typography.body2,
      display: 'grid',
      gridTemplateColumns: '9em minmax(0, 1fr)',
      gap: theme.spacing(0.5, 2),
      margin: 0,
      '& dt': { color: theme.palette.text.secondary },
      '& dd': { margin: 0 },
      [theme.breakpoints.down('xs')]: { gridTemplateColumns: '1fr' },
    },
    code: { whiteSpace: 'pre-wrap' },
  }),
  { name: 'AutonomyCheckDetails' },
);

/** Why a check is there, what it asks and does, and whom it finds where. */
export function CheckDetails(props: CheckRowProps) {
  const { definition, insight, role } = props;
  const { description, expression, fix, level, owner, risk, when } = definition;
  const classes = useStyles();
  const format = useFormatters();
  const effectOf = useEffectWords();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const code = (text: string | undefined) =>
    text && <code className={classes.code}>{text}</code>;
  const facts: [string, ReactNode][] = [
    [t('policyCheck.risk'), risk],
    [
      t('policyCheck.fix'),
      fix && <RecordLink url={fix.url}>{fix.text}</RecordLink>,
    ],
    [t('policyCheck.effect'), role === 'guardrails' && effectOf(definition)],
    [
      t('policyCheck.grace'),
      definition.grace !== undefined && format.duration(definition.grace),
    ],
    [t('policyCheck.level'), level && format.number(level)],
    [
      t('policyCheck.required'),
      definition.required && t('policyCheck.requiredText'),
    ],
    [t('policyCheck.expression'), code(expression)],
    [t('policyCheck.when'), code(when)],
    [
      t('policyCheck.weight'),
      definition.weight !== 1 && format.number(definition.weight),
    ],
    [t('policyCheck.owner'), owner && <EntityName entityRef={owner} />],
  ];
  return (
    <div className={classes.root}>
      {description && <Typography variant="body2">{description}</Typography>}
      <dl className={classes.facts}>
        {facts.map(
          ([term, fact]) =>
            fact && (
              <Fact key={term} term={term}>
                {fact}
              </Fact>
            ),
        )}
        {insight && (
          <>
            <Fact term={t('policyCheck.entities')}>
              <CheckFigures {...props} insight={insight} />
            </Fact>
            <Fact term={t('policyCheck.exemptions')}>
              {format.all([
                t('policyCheck.inForce', {
                  number: format.number(insight.exemptions.inForce),
                }),
                t('policyCheck.requested', {
                  number: format.number(insight.exemptions.requested),
                }),
              ])}
            </Fact>
          </>
        )}
      </dl>
      {insight && insight.trend.length > 1 && (
        <TrendChart
          title={t('policyCheck.trendTitle')}
          series={[
            {
              id: definition.id,
              label: definition.title,
              points: insight.trend.map(({ day, passRate }) => ({
                at: noonOf(day),
                value: passRate,
              })),
            },
          ]}
          min={0}
          max={1}
          ticks={[0, 0.5, 1]}
          format={share => t('scorecards.percent', { share: percent(share) })}
        />
      )}
    </div>
  );
}

function Fact({ children, term }: { children: ReactNode; term: string }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  );
}
