import type {
  EntitiesFilter,
  GuardrailMatrix,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { autonomyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Skeleton from '@material-ui/lab/Skeleton';
import { useCallback, type ReactNode } from 'react';
import { autonomyTranslationRef } from '../../translation';
import { LinkButton } from '../LinkButton';
import { FailureMessage } from '../StateMessage';
import { usePages } from '../usePages';
import { MatrixEntity } from './MatrixEntity';
import { useMatrixStyles } from './styles';
import type { CellWords } from './useCellWords';

const PAGE = 25;

export interface GroupEntitiesProps {
  domainRef: string;
  /** Of the domain. */
  title: string;
  guardrails: GuardrailMatrix['guardrails'];
  filter: EntitiesFilter;
  words: CellWords;
  base: string;
}

/** The entities of one domain, the worst first, page by page. */
export function GroupEntities(props: GroupEntitiesProps) {
  const { domainRef, title, guardrails, filter, words, base } = props;
  const api = useApi(autonomyApiRef);
  const { t } = useTranslationRef(autonomyTranslationRef);
  const load = useCallback(
    (cursor?: string) =>
      api.listEntities({
        ...filter,
        domain: [domainRef],
        orderBy: 'guardrailStatus',
        order: 'desc',
        limit: PAGE,
        cursor,
      }),
    [api, domainRef, filter],
  );
  const pages = usePages(load);
  const columns = guardrails.length + 1;
  const error = pages.error ?? pages.addingError;
  return (
    <>
      {pages.items?.map(entity => (
        <MatrixEntity
          key={entity.entityRef}
          entity={entity}
          guardrails={guardrails}
          words={words}
          base={base}
        />
      ))}
      {!pages.items && pages.loading && (
        <WideRow columns={columns}>
          <div role="status" aria-label={t('matrix.loadingEntities')}>
            <Skeleton width={200} />
          </div>
        </WideRow>
      )}
      {error && !pages.loading && !pages.isAdding && (
        <WideRow columns={columns}>
          <FailureMessage
            error={error}
            onRetry={pages.error ? pages.retry : pages.showMore}
          />
        </WideRow>
      )}
      {pages.items?.length === 0 && (
        <WideRow columns={columns}>{t('matrix.noEntities')}</WideRow>
      )}
      {pages.hasMore && !error && (
        <WideRow columns={columns}>
          <LinkButton onClick={pages.showMore}>
            {t('matrix.moreEntities', { title })}
          </LinkButton>
        </WideRow>
      )}
    </>
  );
}

/** A row of one cell, whose content stays in sight while the columns scroll. */
function WideRow(props: { columns: number; children: ReactNode }) {
  const classes = useMatrixStyles();
  return (
    <tr>
      <td colSpan={props.columns} className={classes.wide}>
        <div className={classes.inSight}>{props.children}</div>
      </td>
    </tr>
  );
}
