import { Header, Page, TabbedLayout } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ActivityLog } from '../components/ActivityLog';
import { AuditsPage } from '../components/AuditsPage';
import { BoardsPage } from '../components/BoardsPage';
import { LegacyFrames } from '../components/CardFrame';
import { EntitiesOverview } from '../components/EntitiesOverview';
import { HealthOverview } from '../components/HealthOverview';
import { MismatchesPage } from '../components/MismatchesPage';
import { PlansPage } from '../components/PlansPage';
import { ScorecardsPage } from '../components/ScorecardsPage';
import { autonomyTranslationRef } from '../translation';

/** The frame that the new frontend system draws by itself, around the same contents at the same paths. */
export function AutonomyPage() {
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    <LegacyFrames>
      <Page themeId="tool">
        <Header title={t('page.title')} />
        <TabbedLayout>
          <TabbedLayout.Route path="/overview" title={t('page.overview')}>
            <EntitiesOverview />
          </TabbedLayout.Route>
          <TabbedLayout.Route path="/mismatches" title={t('page.mismatches')}>
            <MismatchesPage />
          </TabbedLayout.Route>
          <TabbedLayout.Route path="/activity" title={t('page.activity')}>
            <ActivityLog />
          </TabbedLayout.Route>
          <TabbedLayout.Route path="/boards" title={t('page.boards')}>
            <BoardsPage />
          </TabbedLayout.Route>
          <TabbedLayout.Route path="/audits" title={t('page.audits')}>
            <AuditsPage />
          </TabbedLayout.Route>
          <TabbedLayout.Route path="/plans" title={t('page.plans')}>
            <PlansPage />
          </TabbedLayout.Route>
          <TabbedLayout.Route path="/scorecards" title={t('page.scorecards')}>
            <ScorecardsPage />
          </TabbedLayout.Route>
          <TabbedLayout.Route path="/health" title={t('page.health')}>
            <HealthOverview />
          </TabbedLayout.Route>
        </TabbedLayout>
      </Page>
    </LegacyFrames>
  );
}
