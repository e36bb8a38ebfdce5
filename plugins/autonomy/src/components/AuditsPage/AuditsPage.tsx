import { Route, Routes } from 'react-router-dom';
import { AuditPage } from './audit/AuditPage';
import { AuditsList } from './list/AuditsList';

/** Trust audits: all of them, and each on a page of its own. */
export function AuditsPage() {
  return (
    <Routes>
      <Route path=":id" element={<AuditPage />} />
      <Route path="*" element={<AuditsList />} />
    </Routes>
  );
}
