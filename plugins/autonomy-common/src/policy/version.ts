import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import type { Policy, Scorecard } from '../model';
import { compareText } from '../engine/math';
import { canonicalJson } from './canonicalJson';
import type { Overlay } from './overlay';

/** Characters of the hash that are kept; as many as 64 bits. */
const LENGTH = 16;

function byName<T extends { name: string }>(items: readonly T[]): T[] {
  return [...items].sort((a, b) => compareText(a.name, b.name));
}

/** A hash of what the documents say, whatever their files, order, layout and comments. */
export function versionOf(
  policy: Policy,
  scorecards: readonly Scorecard[],
  overlays: readonly Overlay[],
): string {
  const content = canonicalJson({
    policy,
    scorecards: byName(scorecards),
    overlays: byName(overlays),
  });
  return bytesToHex(sha256(utf8ToBytes(content ?? ''))).slice(0, LENGTH);
}
