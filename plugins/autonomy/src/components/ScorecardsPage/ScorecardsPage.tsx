import { autonomyPolicyReadPermission } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router-dom';
import { autonomyTranslationRef } from '../../translation';
import { StateMessage } from '../StateMessage';
import { DocumentsPage } from './list/DocumentsPage';
import { Waiting } from './Waiting';

// The readers of a list need no editor.
const DocumentPage = lazy(() => import('./document/DocumentPage'));
const PolicyEditor = lazy(() => import('../PolicyEditor'));
const SimulationResult = lazy(() => import('../SimulationResult'));

/** Everything about the policy: what it is made of, one document, its drafts and what they would change. */
export function ScorecardsPage() {
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { allowed, error, loading } = usePermission({
    permission: autonomyPolicyReadPermission,
  });
  if (loading) {
    return <Waiting label={t('scorecards.loading')} />;
  }
  if (!allowed && !error) {
    return (
      <StateMessage
        title={t('state.forbiddenTitle')}
        text={t('scorecards.forbidden')}
      />
    );
  }
  // Where the permission cannot be told, the backend decides.
  return (
    <Suspense fallback={<Waiting label={t('scorecards.loading')} />}>
      <Routes>
        <Route path="drafts/:id" element={<PolicyEditor />} />
        <Route path="simulations/:id" element={<SimulationResult />} />
        <Route path=":kind/:name" element={<DocumentPage />} />
        <Route path="*" element={<DocumentsPage />} />
      </Routes>
    </Suspense>
  );
}
