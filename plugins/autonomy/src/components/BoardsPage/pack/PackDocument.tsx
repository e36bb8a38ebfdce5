import type { ReviewPack } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import type { ReactNode } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { Findings } from '../agenda/Findings';
import { Concern } from '../../Concern';
import { PageSection } from '../../PageSection';
import { StatisticsFacts } from '../statistics/StatisticsFacts';
import { useBoardStyles } from '../styles';
import { nameOf } from '../words';
import { PackAudits } from './PackAudits';
import { PackDomains } from './PackDomains';
import { PackPlans } from './PackPlans';
import { PackProposals } from './PackProposals';

/** Everything of a board in one quarter. */
export function PackDocument({ pack }: { pack: ReviewPack }) {
  const { audits, boardRef, decided, findings, from, open, plans } = pack;
  const { quarter, statistics, title, to } = pack;
  const classes = useBoardStyles();
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const part = (
    heading: string,
    none: string,
    count: number,
    content: ReactNode,
  ) => (
    <PageSection title={heading}>
      {count > 0 ? content : <Typography variant="body2">{none}</Typography>}
    </PageSection>
  );
  const number = (list: unknown[]) => ({ number: format.number(list.length) });
  return (
    <div className={classes.stack}>
      <div>
        <Typography variant="h5" component="h2">
          {t('reviewPack.title', { board: title ?? nameOf(boardRef), quarter })}
        </Typography>
        <Typography variant="body2">
          {t('reviewPack.period', {
            from: format.date(from),
            // The last day of it: what it ends before is the next quarter.
            to: format.date(to - 1),
          })}
        </Typography>
        {pack.isCut && <Concern>{t('reviewPack.cut')}</Concern>}
      </div>
      {part(
        t('reviewPack.domains'),
        t('reviewPack.noDomains'),
        pack.domains.length,
        <PackDomains domains={pack.domains} />,
      )}
      {part(
        t('reviewPack.decided', number(decided)),
        t('reviewPack.noDecided'),
        decided.length,
        <PackProposals proposals={decided} />,
      )}
      {part(
        t('reviewPack.open', number(open)),
        t('reviewPack.noOpen'),
        open.length,
        <PackProposals proposals={open} />,
      )}
      {part(
        t('reviewPack.plans', number(plans)),
        t('reviewPack.noPlans'),
        plans.length,
        <PackPlans plans={plans} />,
      )}
      {part(
        t('reviewPack.audits', number(audits)),
        t('reviewPack.noAudits'),
        audits.length,
        <PackAudits audits={audits} />,
      )}
      {part(
        t('reviewPack.findings', number(findings)),
        t('reviewPack.noFindings'),
        findings.length,
        <Findings boardRef={boardRef} findings={findings} />,
      )}
      <PageSection title={t('boardSection.statistics')}>
        {statistics.isWithheld ? (
          <Typography variant="body2">
            {t('boardStatistics.withheldText', {
              count: statistics.decisions,
            })}
          </Typography>
        ) : (
          <StatisticsFacts statistics={statistics} />
        )}
      </PageSection>
    </div>
  );
}
