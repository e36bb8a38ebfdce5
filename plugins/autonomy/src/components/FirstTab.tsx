import type { ReactNode } from 'react';
// The framework's own redirect to the first tab loses the query.
import { Navigate, useLocation, useParams } from 'react-router-dom';

export interface FirstTabProps {
  /** Path of the first tab, below the page's own. */
  path: string;
  /** The page with its tabs. */
  children: ReactNode;
}

/** Leads an address without a tab to the first one, with the query it came with. */
export function FirstTab({ path, children }: FirstTabProps) {
  const { search } = useLocation();
  const { '*': below } = useParams();
  return below === '' && search ? (
    <Navigate to={{ pathname: path, search }} replace />
  ) : (
    <>{children}</>
  );
}
