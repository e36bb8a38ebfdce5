import { autonomyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { autonomyTranslationRef } from '../../../translation';
import type { ListQuery } from '../../EntitiesOverview/listQuery';
import { Answer } from '../Answer';
import { RollUpSection } from '../RollUpSection';
import type { RollUpScope } from '../scope';
import { useRollUpStyles } from '../styles';
import { useListHref } from '../useListHref';
import { ShortfallLine } from './ShortfallLine';

const FEW = 5;

/** Those whose readiness is the lowest; whoever has none has nothing to fall short of. */
const LOWEST_FIRST: ListQuery = {
  minReadiness: 0,
  orderBy: 'readiness',
  order: 'asc',
};

/** The entities that fall short the most, with what they lack. */
export function Shortfalls({ scope }: { scope: RollUpScope }) {
  const classes = useRollUpStyles();
  const api = useApi(autonomyApiRef);
  const { t } = useTranslationRef(autonomyTranslationRef);
  const hrefOf = useListHref();
  const query = { ...scope.filter, ...LOWEST_FIRST };
  const state = useAsyncRetry(
    () => api.listEntities({ ...scope.filter, ...LOWEST_FIRST, limit: FEW }),
    [api, scope],
  );
  return (
    <RollUpSection title={t('shortfall.heading')}>
      <Answer state={state} lines={FEW}>
        {({ items }) => {
          const short = items.filter(
            ({ guardrailsBreached, readinessGaps }) =>
              guardrailsBreached + readinessGaps > 0,
          );
          return short.length === 0 ? (
            <p className={classes.muted}>{t('shortfall.none')}</p>
          ) : (
            <>
              <ul className={classes.list} aria-label={t('shortfall.heading')}>
                {short.map(entity => (
                  <ShortfallLine key={entity.entityRef} entity={entity} />
                ))}
              </ul>
              <p className={classes.text}>
                <Link to={hrefOf(query)}>{t('shortfall.all')}</Link>
              </p>
            </>
          );
        }}
      </Answer>
    </RollUpSection>
  );
}
