import type {
  ReadinessRollUp,
  ReadinessRollUpItem,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

const TOP_GAPS = 3;

export interface ArrangedItems {
  /** The gaps that most lack. */
  top: ReadinessRollUpItem[];
  /** All others in the order of the checks, by section; those without one under an empty name. */
  rest: [section: string, items: ReadinessRollUpItem[]][];
  restCount: number;
}

/** What to look at first, and the rest. */
export function arrangeItems({
  items,
  topGaps,
}: ReadinessRollUp): ArrangedItems {
  const ids = topGaps.slice(0, TOP_GAPS);
  const top = ids.flatMap(id => items.find(item => item.id === id) ?? []);
  const others = items.filter(({ id }) => !ids.includes(id));
  const sections = new Map<string, ReadinessRollUpItem[]>();
  for (const item of others) {
    const section = item.section ?? '';
    sections.set(section, [...(sections.get(section) ?? []), item]);
  }
  return { top, rest: [...sections], restCount: others.length };
}
