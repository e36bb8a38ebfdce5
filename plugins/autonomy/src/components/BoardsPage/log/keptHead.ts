import type { AuditLogHead } from '@aligned-autonomy/backstage-plugin-autonomy-common';

const KEPT = /^(\d{1,15})\s*:\s*([0-9a-f]{64})$/i;

/** A fingerprint as it is shown, to be kept elsewhere: `12:9f86…`. */
export function headText({ hash, sequence }: AuditLogHead): string {
  return `${sequence}:${hash}`;
}

/** The same read back; undefined for any other text. */
export function readHead(text: string): AuditLogHead | undefined {
  const [, sequence, hash] = KEPT.exec(text.trim()) ?? [];
  return hash === undefined
    ? undefined
    : { sequence: Number(sequence), hash: hash.toLowerCase() };
}
