import { useEffect, type KeyboardEvent, type RefObject } from 'react';

const STEPS: Record<string, [rows: number, columns: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};
const INTERACTIVE = 'a[href], button';

/**
 * Makes a table with a thousand links one stop for the Tab key; arrows move between its cells.
 *
 * @returns for the table's `onKeyDown`
 */
export function useRovingFocus(table: RefObject<HTMLTableElement>) {
  useEffect(() => {
    const element = table.current;
    if (!element) {
      return undefined;
    }
    const settle = () => keepOneStop(element);
    settle();
    const observer = new MutationObserver(settle);
    observer.observe(element, { childList: true, subtree: true });
    // Where it was clicked into is where Tab comes back to.
    const follow = (event: FocusEvent) =>
      makeStop(element, event.target as HTMLElement);
    element.addEventListener('focusin', follow);
    return () => {
      observer.disconnect();
      element.removeEventListener('focusin', follow);
    };
  }, [table]);

  return (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    const cell = (event.target as Element).closest<HTMLTableCellElement>(
      'td, th',
    );
    const found = step && cell && neighbourOf(cell, step);
    if (found) {
      event.preventDefault();
      found.focus();
    }
  };
}

function keepOneStop(table: HTMLElement) {
  const all = [...table.querySelectorAll<HTMLElement>(INTERACTIVE)];
  const stop = all.find(each => each.dataset.stop) ?? all[0];
  for (const each of all) {
    const wanted = each === stop ? 0 : -1;
    if (each.tabIndex !== wanted) {
      each.tabIndex = wanted;
    }
  }
  if (stop) {
    stop.dataset.stop = 'true';
  }
}

function makeStop(table: HTMLElement, target: HTMLElement) {
  const former = table.querySelector<HTMLElement>('[data-stop]');
  if (former !== target && target.matches(INTERACTIVE)) {
    if (former) {
      delete former.dataset.stop;
      former.tabIndex = -1;
    }
    target.dataset.stop = 'true';
    target.tabIndex = 0;
  }
}

/** What can be used in the nearest cell of a direction that has any. */
function neighbourOf(
  cell: HTMLTableCellElement,
  [rows, columns]: [number, number],
): HTMLElement | undefined {
  const table = cell.closest('table')!;
  const own = (cell.parentElement as HTMLTableRowElement).rowIndex;
  for (
    let row = own + rows, column = cell.cellIndex + columns;
    table.rows[row] && column >= 0 && column < table.rows[row].cells.length;
    row += rows, column += columns
  ) {
    const found =
      table.rows[row].cells[column].querySelector<HTMLElement>(INTERACTIVE);
    if (found) {
      return found;
    }
  }
  return undefined;
}
