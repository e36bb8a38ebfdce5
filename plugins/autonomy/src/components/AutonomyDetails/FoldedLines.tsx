import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Fragment, useState, type ReactNode } from 'react';
import { autonomyTranslationRef } from '../../translation';
import { LinkButton } from '../LinkButton';
import { useDetailsMode } from './DetailsMode';
import { useDetailsStyles } from './styles';

/** Open lines that can be read at once. */
const MOST = 20;

export interface FoldedLine {
  key: string;
  /** There is nothing to do about it. */
  held: boolean;
  line: ReactNode;
}

/** Lines; on a page those that hold are shown on request. */
export function FoldedLines({ lines }: { lines: FoldedLine[] }) {
  const classes = useDetailsStyles();
  const { onPage } = useDetailsMode();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [all, setAll] = useState(false);
  const open = lines.filter(({ held }) => !held).slice(0, MOST);
  const hidden = lines.filter(line => !open.includes(line));
  const isFolded = onPage && !all;
  return (
    <ul className={classes.list}>
      {(isFolded ? open : lines).map(({ key, line }) => (
        <Fragment key={key}>{line}</Fragment>
      ))}
      {onPage && hidden.length > 0 && (
        <li className={classes.line}>
          <span />
          <div>
            <LinkButton aria-expanded={all} onClick={() => setAll(!all)}>
              {unfoldLabel()}
            </LinkButton>
          </div>
        </li>
      )}
    </ul>
  );

  function unfoldLabel(): string {
    if (all) return t('fold.fewer');
    const { length: count } = hidden;
    return hidden.every(({ held }) => held)
      ? t('fold.held', { count })
      : t('fold.more', { count });
  }
}
