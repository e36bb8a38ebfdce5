import type { RecordedAudit } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  useFormatters,
  useNow,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { autonomyTranslationRef } from '../../../translation';
import { Concern } from '../../Concern';
import { useBoardStyles } from '../styles';
import { useBoardPaths } from '../useBoardPaths';
import { nameOf } from '../words';

/** Audits that wait for the board, the first due first. */
export function AuditsDue({ audits }: { audits: RecordedAudit[] }) {
  const classes = useBoardStyles();
  const format = useFormatters();
  const now = useNow();
  const paths = useBoardPaths();
  const { t } = useTranslationRef(autonomyTranslationRef);
  if (audits.length === 0) {
    return <Typography variant="body2">{t('boardAgenda.noAudits')}</Typography>;
  }
  const stateOf = ({ rated, state }: RecordedAudit) => {
    if (state === 'comparing') return t('boardAgenda.auditAgree');
    return rated.includes('board')
      ? t('boardAgenda.auditTeam')
      : t('boardAgenda.auditRate');
  };
  return (
    <ul className={classes.list}>
      {audits.map(audit => {
        const { dueAt, entityRef, entityTitle, id, quarter } = audit;
        const date = format.date(dueAt);
        return (
          <li key={id}>
            <Link to={paths.audit(id)}>
              {t('boardAgenda.audit', {
                entity: entityTitle ?? nameOf(entityRef),
                quarter,
              })}
            </Link>
            <Typography variant="body2" component="div" color="textSecondary">
              {stateOf(audit)}
              {dueAt > now &&
                ` · ${t('boardAgenda.auditDue', {
                  when: format.until(dueAt, now),
                  date,
                })}`}
            </Typography>
            {dueAt <= now && (
              <Concern>{t('boardAgenda.auditOverdue', { date })}</Concern>
            )}
          </li>
        );
      })}
    </ul>
  );
}
