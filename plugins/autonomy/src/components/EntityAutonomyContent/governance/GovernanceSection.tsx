import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ReactNode } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { useDetailsStyles } from '../../AutonomyDetails';
import { PagedResult } from '../../PagedResult';
import type { usePages } from '../../usePages';

/** One kind of decision about an entity: its heading, what there is of it page by page, and a way to ask for more. */
export function GovernanceSection<T>(props: {
  title: string;
  pages: ReturnType<typeof usePages<T>>;
  loading: string;
  /** Said where there is nothing. */
  none: string;
  /** An item of the list. */
  row: (item: T) => ReactNode;
  children?: ReactNode;
}) {
  const { children, loading, none, pages, row, title } = props;
  const classes = useDetailsStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    <section aria-label={title}>
      <h3 className={classes.heading}>{title}</h3>
      <PagedResult
        pages={pages}
        loading={loading}
        more={t('governanceList.moreOf', { title })}
        empty={<p className={classes.text}>{none}</p>}
      >
        {items => <ul className={classes.list}>{items.map(row)}</ul>}
      </PagedResult>
      {children}
    </section>
  );
}
