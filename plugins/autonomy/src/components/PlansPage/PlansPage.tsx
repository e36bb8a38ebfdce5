import { Route, Routes } from 'react-router-dom';
import { PlansList } from './list/PlansList';
import { PlanPage } from './plan/PlanPage';

/** Recalibration plans: all of them, and each on a page of its own. */
export function PlansPage() {
  return (
    <Routes>
      <Route path=":id" element={<PlanPage />} />
      <Route path="*" element={<PlansList />} />
    </Routes>
  );
}
