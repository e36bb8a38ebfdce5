import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router-dom';
import { autonomyTranslationRef } from '../../translation';
import { Waiting } from '../ScorecardsPage/Waiting';
import { BoardPage } from './board/BoardPage';

// Whoever comes for one decision needs no agenda.
const ProposalPage = lazy(() => import('./proposal/ProposalPage'));

/** Boards: what each has before it and did, and everything about one proposal. */
export function BoardsPage() {
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    <Suspense fallback={<Waiting label={t('boards.loading')} />}>
      <Routes>
        <Route path="proposals/:id" element={<ProposalPage />} />
        <Route path=":section" element={<BoardPage />} />
        <Route path="*" element={<BoardPage />} />
      </Routes>
    </Suspense>
  );
}
