import type {
  EntitiesFilter,
  GuardrailMatrix,
  GuardrailMatrixGroup,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { defaultEntityPresentation } from '@backstage/plugin-catalog-react';
import { RiArrowDownSLine, RiArrowRightSLine } from '@remixicon/react';
import { memo, useState } from 'react';
import { autonomyTranslationRef } from '../../translation';
import { addressOf, type ListQuery } from '../EntitiesOverview/listQuery';
import { GroupEntities } from './GroupEntities';
import { StandingCell } from './StandingCell';
import { useMatrixStyles } from './styles';
import type { CellWords } from './useCellWords';

export interface MatrixGroupProps {
  group: GuardrailMatrixGroup;
  guardrails: GuardrailMatrix['guardrails'];
  query: ListQuery;
  filter: EntitiesFilter;
  words: CellWords;
  /** In front of a path of the app. */
  base: string;
}

/** A domain with its standings, and its entities once it is opened. */
export const MatrixGroup = memo((props: MatrixGroupProps) => {
  const { group, guardrails, query, filter, words, base } = props;
  const { ref, counts, entities } = group;
  const classes = useMatrixStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [isOpen, setIsOpen] = useState(false);
  const title = ref
    ? group.title ?? defaultEntityPresentation(ref).primaryTitle
    : t('matrix.noDomain');
  const Arrow = isOpen ? RiArrowDownSLine : RiArrowRightSLine;
  const isPicked = ref !== undefined && query.domain?.join() === ref;
  // Nothing can be asked for that has no domain.
  const address =
    ref &&
    addressOf(query, {
      domain: [ref],
      guardrail: undefined,
      guardrailState: undefined,
    });
  return (
    <tbody>
      <tr>
        <th scope="row">
          {ref ? (
            <button
              type="button"
              className={classes.opener}
              aria-expanded={isOpen}
              aria-label={t('matrix.open', { title, count: entities })}
              onClick={() => setIsOpen(!isOpen)}
            >
              <Arrow size={16} style={{ flex: 'none' }} aria-hidden />
              <span className={classes.groupName}>{title}</span>
              <span className={classes.amount}>{entities}</span>
            </button>
          ) : (
            <span className={classes.group}>
              <span className={classes.groupName}>{title}</span>
              <span className={classes.amount}>{entities}</span>
            </span>
          )}
        </th>
        {guardrails.map((guardrail, index) => (
          <StandingCell
            key={guardrail.id}
            id={guardrail.id}
            name={`${title}, ${guardrail.title}`}
            counts={counts[index]}
            address={address}
            isPicked={isPicked && query.guardrail === guardrail.id}
            words={words}
          />
        ))}
      </tr>
      {isOpen && ref && (
        <GroupEntities
          domainRef={ref}
          title={title}
          guardrails={guardrails}
          filter={filter}
          words={words}
          base={base}
        />
      )}
    </tbody>
  );
});
