import type { BoardDate } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../../translation';
import { EntityTabLink } from '../../EntityTabLink';
import { useBoardStyles } from '../styles';
import { useBoardPaths } from '../useBoardPaths';

export interface DateLineProps {
  boardRef: string;
  item: BoardDate;
}

/** One thing that is due, which leads to where it is told or done. */
export function DateLine({ boardRef, item }: DateLineProps) {
  const { at, entityRef, kind, title } = item;
  const classes = useBoardStyles();
  const format = useFormatters();
  const paths = useBoardPaths();
  const { t } = useTranslationRef(autonomyTranslationRef);

  function pathOf(): string | undefined {
    switch (kind) {
      case 'proposal-lapses':
        return paths.proposal(item.ref);
      case 'plan-review':
      case 'plan-ends':
        return paths.plan(item.ref);
      case 'audit-due':
        return paths.audit(item.ref);
      case 'objective-review':
        return paths.section('objectives', boardRef);
      default:
        return undefined;
    }
  }
  const path = pathOf();
  return (
    <li>
      <time dateTime={new Date(at).toISOString()}>{format.date(at)}</time>
      {' · '}
      <span className={classes.quiet}>{t(`boardCalendar.kinds.${kind}`)}</span>
      {' · '}
      {path ? <Link to={path}>{title}</Link> : title}
      {/* An audit is called by its entity. */}
      {entityRef && kind !== 'audit-due' && (
        <>
          {' · '}
          <EntityTabLink
            entityRef={entityRef}
            topic={kind === 'exemption-ends' ? 'guardrails' : undefined}
          />
        </>
      )}
    </li>
  );
}
