import { useCallback, type MouseEvent } from 'react';
// The only place here that knows the router.
import { useHref, useNavigate } from 'react-router-dom';

/** What plain links need to be led by the router. */
export interface PlainLinks {
  /** In front of a path of the app. */
  base: string;
  /** For the element around the links. */
  onClick: (event: MouseEvent) => void;
}

/**
 * One listener for very many links, because a component for each would take longer to draw than all the rest. A link
 * is an `a` with its address in the app as `data-to`.
 */
export function usePlainLinks(): PlainLinks {
  const navigate = useNavigate();
  const root = useHref('/');
  const onClick = useCallback(
    (event: MouseEvent) => {
      const link = (event.target as Element).closest<HTMLElement>('a[data-to]');
      const isElsewhere =
        event.button !== 0 ||
        event.metaKey ||
        event.ctrlKey ||
        event.shiftKey ||
        event.altKey;
      if (!link || isElsewhere || event.defaultPrevented) {
        return;
      }
      event.preventDefault();
      navigate(link.dataset.to!);
    },
    [navigate],
  );
  return { base: root === '/' ? '' : root, onClick };
}
