import type { RecordedAudit } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  autonomyGovernanceApiRef,
  useFormatters,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { Link } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useCallback } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { OpenAuditDialog } from '../../actions/audits';
import { ActionButton } from '../../actions/dialog';
import { AuditStateWords } from '../../AuditsPage/AuditStateWords';
import { useAuditWords } from '../../AuditsPage/useAuditWords';
import { useDetailsStyles } from '../../AutonomyDetails';
import { useGovernancePaths } from '../../useGovernancePaths';
import { usePages } from '../../usePages';
import { GovernanceSection } from './GovernanceSection';
import type { GovernancePartProps } from './GrantsPart';

/** The trust audits of the entity, and the way to ask for one. */
export function AuditsPart(props: GovernancePartProps) {
  const { evaluation, onChanged, rights } = props;
  const { entityRef } = evaluation.entity;
  const api = useApi(autonomyGovernanceApiRef);
  const classes = useDetailsStyles();
  const format = useFormatters();
  const paths = useGovernancePaths();
  const words = useAuditWords();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const load = useCallback(
    (cursor?: string) => api.listAudits({ entity: [entityRef], cursor }),
    [api, entityRef],
  );
  const pages = usePages<RecordedAudit>(load);
  const title = t('audits.title');
  // One of an entity is open at a time.
  const isOpen = pages.items?.some(({ state }) =>
    ['rating', 'comparing'].includes(state),
  );
  return (
    <GovernanceSection
      title={title}
      pages={pages}
      loading={t('audits.loading')}
      none={t('governanceTab.noAudits')}
      row={audit => (
        <li key={audit.id} className={classes.line}>
          <span aria-hidden />
          <div>
            <div className={classes.title}>
              <Link to={paths.audit(audit.id)}>
                {t('governanceTab.audit', {
                  cause: t(`audits.cause.${audit.cause}`),
                  quarter: audit.quarter,
                })}
              </Link>
              <AuditStateWords state={audit.state} />
            </div>
            <div className={classes.muted}>
              {[
                t('audit.due', { date: format.date(audit.dueAt) }),
                words.yours(audit),
              ]
                .filter(Boolean)
                .join(' · ')}
            </div>
          </div>
        </li>
      )}
    >
      {rights.mayAudit && pages.items && !isOpen && (
        <ActionButton
          label={t('auditOpen.label')}
          name={t('auditOpen.label')}
          dialog={close => (
            <OpenAuditDialog
              entityRef={entityRef}
              onClose={close}
              onDone={() => {
                pages.retry();
                onChanged();
              }}
            />
          )}
        />
      )}
    </GovernanceSection>
  );
}
