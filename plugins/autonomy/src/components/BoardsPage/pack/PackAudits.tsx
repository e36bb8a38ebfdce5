import type { RecordedAudit } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../../translation';
import { useBoardStyles } from '../styles';
import { useBoardPaths } from '../useBoardPaths';
import { nameOf } from '../words';

/** Audits with how far they are, and when they were agreed or are due. */
export function PackAudits({ audits }: { audits: RecordedAudit[] }) {
  const classes = useBoardStyles();
  const format = useFormatters();
  const paths = useBoardPaths();
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    <ul className={classes.list}>
      {audits.map(audit => {
        const { agreedAt, dueAt, entityRef, entityTitle, id, quarter } = audit;
        return (
          <li key={id}>
            {t('reviewPack.line', {
              what: (
                <Link to={paths.audit(id)}>
                  {t('boardAgenda.audit', {
                    entity: entityTitle ?? nameOf(entityRef),
                    quarter,
                  })}
                </Link>
              ),
              state: t(`reviewPack.auditStates.${audit.state}`),
              date: format.date(agreedAt ?? dueAt),
            })}
            {audit.summary && (
              <div className={classes.quiet}>{audit.summary}</div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
