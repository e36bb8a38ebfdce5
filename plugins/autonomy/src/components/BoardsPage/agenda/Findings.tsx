import type { BoardFinding } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../../translation';
import { Concern } from '../../Concern';
import { useBoardStyles } from '../styles';
import { useBoardPaths } from '../useBoardPaths';

export interface FindingsProps {
  boardRef: string;
  findings: BoardFinding[];
}

/** What the board has to look at; each leads to what it is about. */
export function Findings({ boardRef, findings }: FindingsProps) {
  const classes = useBoardStyles();
  const format = useFormatters();
  const paths = useBoardPaths();
  const { t } = useTranslationRef(autonomyTranslationRef);

  function pathOf({ kind, ref }: BoardFinding): string | undefined {
    switch (kind) {
      case 'plan-lapsed':
        return ref && paths.plan(ref);
      case 'audit-lapsed':
        return ref && paths.audit(ref);
      case 'proposal-lapsed':
        return ref && paths.proposal(ref);
      case 'debt-exceeded':
        return paths.section('debt', boardRef);
      default:
        return paths.section('objectives', boardRef);
    }
  }
  return (
    <ul className={classes.list}>
      {findings.map((finding, index) => {
        const { at, kind, title } = finding;
        const path = pathOf(finding);
        const words = t(`boardFinding.${kind}`, { title });
        return (
          <li key={index}>
            <Concern>
              {path ? <Link to={path}>{words}</Link> : words}
              {at !== undefined && (
                <span className={classes.quiet}>
                  {' · '}
                  {t('boardAgenda.since', { date: format.date(at) })}
                </span>
              )}
            </Concern>
          </li>
        );
      })}
    </ul>
  );
}
