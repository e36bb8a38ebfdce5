import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { Failure } from '../lib/console.mjs';

const STALE_AFTER_DAYS = 6;
const DAY = 86_400_000;

/**
 * The instant from which the sample evidence counts its days, chosen at the
 * first load: a second start posts the same bytes and so changes nothing.
 *
 * @param file - where it is kept; replaced as a whole, so a killed demo leaves no half of it
 * @returns UTC milliseconds
 */
export function readAnchor(file, now) {
  const kept = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  if (kept !== undefined) {
    const anchor = Date.parse(/"anchor":"([^"]+)"/.exec(kept)?.[1]);
    if (Number.isNaN(anchor)) {
      throw new Failure(`${file} holds no instant; ./run demo --fresh`);
    }
    return anchor;
  }
  const temporary = `${file}.${process.pid}.tmp`;
  const handle = openSync(temporary, 'w');
  writeSync(handle, `${JSON.stringify({ anchor: new Date(now) })}\n`);
  fsyncSync(handle);
  closeSync(handle);
  renameSync(temporary, file);
  return now;
}

/** A hint if the sample data is so old that its story no longer holds. */
export function staleHint(anchor, now) {
  const days = Math.floor((now - anchor) / DAY);
  return days >= STALE_AFTER_DAYS
    ? `The sample data is ${days} days old, and what was recent in it no longer is. ./run demo --fresh loads it anew.`
    : undefined;
}
