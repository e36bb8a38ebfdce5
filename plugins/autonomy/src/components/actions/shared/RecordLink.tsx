import { Link } from '@backstage/core-components';
import type { ReactNode } from 'react';
import { isHttpUrl } from './httpUrl';

/** A link to where something is written down; plain text where the address leads to no page. */
export function RecordLink(props: { url?: string; children: ReactNode }) {
  const { url, children } = props;
  return url && isHttpUrl(url) ? (
    <Link to={url}>{children}</Link>
  ) : (
    <>{children}</>
  );
}
