import type { RecordedAudit } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { defaultEntityPresentation } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { autonomyTranslationRef } from '../../../translation';
import { BoardName, EntityName } from '../../actions/shared';
import { EntityTabLink } from '../../EntityTabLink';
import { useGovernancePaths } from '../../useGovernancePaths';
import { AuditStateWords } from '../AuditStateWords';
import { useAuditWords } from '../useAuditWords';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gap: theme.spacing(1),
      minWidth: 0,
      padding: theme.spacing(2),
      overflowWrap: 'anywhere',
    },
    facts: {
      ...theme.typography.body2,
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 2),
      margin: 0,
      padding: 0,
      listStyle: 'none',
      '& a': { textDecoration: 'underline' },
    },
  }),
  { name: 'AutonomyAuditHeader' },
);

/** Of what an audit is, why it was opened, until when, and who has rated. */
export function AuditHeader({ audit }: { audit: RecordedAudit }) {
  const { boardRef, entityRef, followUpId, openedBy, predecessorId } = audit;
  const classes = useStyles();
  const format = useFormatters();
  const paths = useGovernancePaths();
  const words = useAuditWords();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const title =
    audit.entityTitle ?? defaultEntityPresentation(entityRef).primaryTitle;
  return (
    <Paper className={classes.root} variant="outlined">
      <Link to={paths.audits}>{t('audit.back')}</Link>
      <Typography variant="h5" component="h2">
        {t('audit.heading', { entity: title })}
      </Typography>
      <ul className={classes.facts}>
        <li>
          <AuditStateWords state={audit.state} />
        </li>
        <li>{audit.quarter}</li>
        <li>{t(`audits.cause.${audit.cause}`)}</li>
        <li>{t('audit.due', { date: format.date(audit.dueAt) })}</li>
        <li>{words.rated(audit)}</li>
        <li>
          {t('plans.column.board')}: <BoardName boardRef={boardRef} />
        </li>
        <li>
          <EntityTabLink
            entityRef={entityRef}
            title={t('audit.toEntity')}
            topic="rights"
          />
        </li>
        {predecessorId && (
          <li>
            <Link to={paths.audit(predecessorId)}>
              {t('audit.predecessor')}
            </Link>
          </li>
        )}
        {followUpId && (
          <li>
            <Link to={paths.audit(followUpId)}>{t('audit.followUp')}</Link>
          </li>
        )}
      </ul>
      {audit.reason && (
        <Typography variant="body2">
          {openedBy
            ? t('audit.asked', {
                who: <EntityName entityRef={openedBy} />,
                reason: audit.reason,
              })
            : audit.reason}
        </Typography>
      )}
    </Paper>
  );
}
