/** How far ahead a calendar looks, as its address has it. */
export interface CalendarQuery {
  board?: string;
  /** Absent for the usual 90. */
  days?: '365';
}

export function readCalendarQuery(params: URLSearchParams): CalendarQuery {
  return {
    board: params.get('board') ?? undefined,
    days: params.get('days') === '365' ? '365' : undefined,
  };
}
