/** The parts of a board's page, by their addresses. */
export const BOARD_SECTIONS = [
  'agenda',
  'calendar',
  'debt',
  'objectives',
  'statistics',
  'review-pack',
  'log',
] as const;

export type BoardSection = (typeof BOARD_SECTIONS)[number];

/** Which part an address names; the agenda where it names none. */
export function sectionIn(path: string | undefined): BoardSection {
  return BOARD_SECTIONS.find(section => section === path) ?? 'agenda';
}
