import type { GuardrailMatrix } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  autonomyApiRef,
  useFormatters,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { defaultEntityPresentation } from '@backstage/plugin-catalog-react';
import useAsync from 'react-use/esm/useAsync';
import { autonomyTranslationRef } from '../../translation';
import type { ListQuery } from './listQuery';

/** A filter in words, and the change that takes it away. */
export interface FilterChip {
  id: string;
  label: string;
  without: Partial<ListQuery>;
}

const FLAGS = ['stale', 'atRisk', 'proposed'] as const;
const NAMES = ['kind', 'type', 'system'] as const;

/** The filters that have no field of their own; links from elsewhere bring them. */
export function useFilterChips(
  query: ListQuery,
  guardrails: GuardrailMatrix['guardrails'] = [],
): FilterChip[] {
  const { t } = useTranslationRef(autonomyTranslationRef);
  const format = useFormatters();
  const itemTitle = useReadinessTitle(query.readinessItem);
  const { guardrail, guardrailState, readinessItem, readinessState } = query;

  const names = NAMES.flatMap(name =>
    (query[name] ?? []).map(value => ({
      id: `${name} ${value}`,
      label: t(`chip.${name}`, {
        value:
          name === 'system'
            ? defaultEntityPresentation(value).primaryTitle
            : value,
      }),
      without: { [name]: query[name]?.filter(item => item !== value) },
    })),
  );
  const mismatches = (query.mismatch ?? []).map(kind => ({
    id: `mismatch ${kind}`,
    label: t(`chip.${kind}`),
    without: { mismatch: query.mismatch?.filter(item => item !== kind) },
  }));
  const flags = FLAGS.flatMap(flag =>
    query[flag] === undefined
      ? []
      : {
          id: flag,
          label: t(query[flag] ? `chip.${flag}` : `chip.not.${flag}`),
          without: { [flag]: undefined },
        },
  );
  const chips: FilterChip[] = [...names, ...mismatches, ...flags];
  if (readinessItem) {
    const states = readinessState?.map(state => t(`check.states.${state}`));
    chips.push({
      id: 'readinessItem',
      label: t('chip.readinessItem', {
        title: itemTitle ?? readinessItem,
        states: format.any(states ?? [t('chip.gap')]),
      }),
      without: { readinessItem: undefined, readinessState: undefined },
    });
  }
  if (guardrail) {
    const states = guardrailState ?? ['breached', 'unknown', 'at-risk'];
    chips.push({
      id: 'guardrail',
      label: t('chip.guardrail', {
        title:
          guardrails.find(({ id }) => id === guardrail)?.title ?? guardrail,
        states: format.any(states.map(state => t(`guardrailState.${state}`))),
      }),
      without: { guardrail: undefined, guardrailState: undefined },
    });
  }
  return chips;
}

/** The title of an item of readiness, asked for only where one is filtered by. */
function useReadinessTitle(id: string | undefined): string | undefined {
  const api = useApi(autonomyApiRef);
  const { value } = useAsync(
    async () => (id ? api.getReadiness() : undefined),
    [api, id],
  );
  return value?.rollUp?.items.find(item => item.id === id)?.title;
}
