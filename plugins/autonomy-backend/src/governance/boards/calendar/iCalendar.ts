import type { BoardDate } from '@aligned-autonomy/backstage-plugin-autonomy-common';

/** Octets of a line without its end. RFC 5545, section 3.1. */
const LONGEST_LINE = 75;

const KINDS: Record<BoardDate['kind'], string> = {
  'proposal-lapses': 'Proposal lapses',
  'exemption-ends': 'Exemption ends',
  'grant-ends': 'Grant ends',
  'plan-review': 'Review of a plan',
  'plan-ends': 'Plan ends',
  'audit-due': 'Trust audit due',
  'objective-review': 'Review of an objective',
};

/**
 * A calendar as the text of an iCalendar file. RFC 5545.
 *
 * @param now - when it was made, in UTC milliseconds
 * @internal
 */
export function iCalendar(dates: readonly BoardDate[], now: number): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Autonomy for Backstage//Boards//EN',
    'CALSCALE:GREGORIAN',
    ...dates.flatMap(date => event(date, now)),
    'END:VCALENDAR',
  ];
  return lines.map(line => `${fold(line)}\r\n`).join('');
}

function event(date: BoardDate, now: number): string[] {
  const { at, domainRef, entityRef, kind, ref, title } = date;
  const about = entityRef ?? domainRef;
  return [
    'BEGIN:VEVENT',
    `UID:${kind}.${encodeURIComponent(ref)}@autonomy.backstage`,
    `DTSTAMP:${instant(now)}`,
    `DTSTART:${instant(at)}`,
    `SUMMARY:${escape(`${KINDS[kind]}: ${title}`)}`,
    ...(about === undefined ? [] : [`DESCRIPTION:${escape(about)}`]),
    // It takes nobody's time.
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** `20261122T101500Z` */
function instant(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

/** A text that means itself: it ends no line and begins no other property. */
function escape(text: string): string {
  return (
    text
      .replace(/[\\;,]/g, match => `\\${match}`)
      .replace(/\r\n|\r|\n/g, '\\n')
      // RFC 5545 allows no control character but the tab.
      // eslint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
  );
}

/** Continues a long line on the next ones; never within a character. */
function fold(line: string): string {
  const parts: string[] = [];
  let part = '';
  let size = 0;
  for (const character of line) {
    const octets = Buffer.byteLength(character);
    if (size + octets > LONGEST_LINE) {
      parts.push(part);
      // The blank that continues a line counts too.
      part = '';
      size = 1;
    }
    part += character;
    size += octets;
  }
  return [...parts, part].join('\r\n ');
}
