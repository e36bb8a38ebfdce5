import type { GuardrailMatrix } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { useRef, useState } from 'react';
import { autonomyTranslationRef } from '../../translation';
import type { ListQuery, ListRequest } from '../EntitiesOverview/listQuery';
import { LinkButton } from '../LinkButton';
import { MatrixGroup } from './MatrixGroup';
import { useMatrixStyles } from './styles';
import { useCellWords } from './useCellWords';
import { useMapFilter } from './useMapFilter';
import { usePlainLinks } from './usePlainLinks';
import { useRovingFocus } from './useRovingFocus';

/** As many rows as are drawn at once without being felt. */
const MOST_GROUPS = 25;

export interface MatrixTableProps {
  matrix: GuardrailMatrix;
  query: ListQuery;
  request: ListRequest;
}

/** Domains by guardrails; it scrolls in its own frame, with its heads in sight. */
export function MatrixTable({ matrix, query, request }: MatrixTableProps) {
  const { groups, guardrails, totalGroups = groups.length } = matrix;
  const classes = useMatrixStyles();
  const table = useRef<HTMLTableElement>(null);
  const { t } = useTranslationRef(autonomyTranslationRef);
  const words = useCellWords();
  const { base, onClick } = usePlainLinks();
  const onKeyDown = useRovingFocus(table);
  const [isWhole, setIsWhole] = useState(false);
  const filter = useMapFilter(request);
  const shown = isWhole ? groups : groups.slice(0, MOST_GROUPS);
  const hidden = totalGroups - groups.length;
  return (
    <>
      {/* A frame that scrolls must be within reach of the keyboard. */}
      <div
        className={classes.region}
        role="region"
        aria-label={t('matrix.region')}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events */}
        <table
          ref={table}
          className={classes.table}
          aria-label={t('matrix.caption')}
          onClick={onClick}
          onKeyDown={onKeyDown}
        >
          <thead>
            <tr>
              <th scope="col">{t('matrix.domain')}</th>
              {guardrails.map(({ id, title, mandatory }) => (
                <th
                  key={id}
                  scope="col"
                  className={classes.column}
                  title={mandatory ? t('matrix.mandatory', { title }) : title}
                >
                  <span
                    className={`${classes.columnTitle} ${
                      mandatory ? classes.mandatory : ''
                    }`}
                  >
                    {title}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          {shown.map(group => (
            <MatrixGroup
              key={group.ref ?? ''}
              group={group}
              guardrails={guardrails}
              query={query}
              filter={filter}
              words={words}
              base={base}
            />
          ))}
        </table>
      </div>
      {shown.length < groups.length && (
        <LinkButton onClick={() => setIsWhole(true)}>
          {t('matrix.showAll', { count: groups.length })}
        </LinkButton>
      )}
      {hidden > 0 && shown.length === groups.length && (
        <Typography variant="caption" color="textSecondary" component="p">
          {t('matrix.hidden', { count: hidden })}
        </Typography>
      )}
    </>
  );
}
