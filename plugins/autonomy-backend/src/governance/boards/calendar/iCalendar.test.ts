import type { BoardDate } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import fc from 'fast-check';
import { iCalendar } from './iCalendar';

const NOW = Date.UTC(2026, 10, 22, 10, 15);
const date = (overrides: Partial<BoardDate> = {}): BoardDate => ({
  kind: 'exemption-ends',
  at: Date.UTC(2026, 11, 1),
  title: 'Structured logs',
  ref: 'e1',
  entityRef: 'component:default/ledger',
  ...overrides,
});
/** Lines as they were before they were folded. */
const unfold = (text: string) => text.replace(/\r\n /g, '').split('\r\n');
const summary = (text: string) =>
  unfold(text).find(line => line.startsWith('SUMMARY:'));

describe('iCalendar', () => {
  it('holds an event for each date', () => {
    expect(unfold(iCalendar([date()], NOW))).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Autonomy for Backstage//Boards//EN',
      'CALSCALE:GREGORIAN',
      'BEGIN:VEVENT',
      'UID:exemption-ends.e1@autonomy.backstage',
      'DTSTAMP:20261122T101500Z',
      'DTSTART:20261201T000000Z',
      'SUMMARY:Exemption ends: Structured logs',
      'DESCRIPTION:component:default/ledger',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('is a calendar without dates too', () => {
    expect(unfold(iCalendar([], NOW))).toHaveLength(6);
  });

  it('lets no title end its line', () => {
    const title = 'a;b,c\\d\r\nEND:VEVENT\nATTENDEE:x\u0007';
    expect(summary(iCalendar([date({ title })], NOW))).toBe(
      'SUMMARY:Exemption ends: a\\;b\\,c\\\\d\\nEND:VEVENT\\nATTENDEE:x',
    );
  });

  it('tells the same date by the same id, whatever is in it', () => {
    const ref = 'domain:default/a b';
    const uid = unfold(iCalendar([date({ ref })], NOW)).find(line =>
      line.startsWith('UID:'),
    );
    expect(uid).toBe(
      'UID:exemption-ends.domain%3Adefault%2Fa%20b@autonomy.backstage',
    );
  });

  it('has lines of 75 octets at the most, and no character is cut', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 300 });
    fc.assert(
      fc.property(text, title => {
        const calendar = iCalendar([date({ title })], NOW);
        for (const line of calendar.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).toBe(Buffer.from(line).toString());
        }
        const controls = /\p{Cc}/u;
        expect(
          calendar.replace(/\r\n/g, '').replace(/\t|[\u0080-\u009f]/g, ''),
        ).not.toMatch(controls);
        expect(unfold(calendar)).toHaveLength(14);
      }),
    );
  });
});
