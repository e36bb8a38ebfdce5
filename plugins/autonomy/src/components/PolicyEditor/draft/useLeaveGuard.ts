import { useEffect } from 'react';

/** Asks before a window is closed, or a link followed, that would leave what is not saved behind. */
export function useLeaveGuard(isDirty: boolean, question: string): void {
  useEffect(() => {
    if (!isDirty) return undefined;
    const close = (event: BeforeUnloadEvent) => event.preventDefault();
    const follow = (event: MouseEvent) => {
      const link = (event.target as Element | null)?.closest?.('a[href]');
      if (!link || opensElsewhere(event, link)) return;
      // eslint-disable-next-line no-alert
      if (!window.confirm(question)) {
        event.preventDefault();
        event.stopPropagation();
      }
    };
    window.addEventListener('beforeunload', close);
    // Before the router sees the click.
    document.addEventListener('click', follow, true);
    return () => {
      window.removeEventListener('beforeunload', close);
      document.removeEventListener('click', follow, true);
    };
  }, [isDirty, question]);
}

function opensElsewhere(event: MouseEvent, link: Element): boolean {
  const target = link.getAttribute('target');
  return (
    event.ctrlKey ||
    event.metaKey ||
    event.shiftKey ||
    (target !== null && target !== '_self') ||
    link.getAttribute('href')?.startsWith('#') === true
  );
}
