import type { JsonObject } from '@backstage/types';

/** A decision or publication by a person, as it was written down for good. @public */
export interface AuditLogEntry {
  /** The governance domain, or `central`. */
  chain: string;
  /** 1 for the first of its chain. */
  sequence: number;
  /** UTC milliseconds. */
  at: number;
  actorRef: string;
  /** e.g. `proposal-voted`, `plan-signed`. */
  action: string;
  entityRef?: string;
  details: JsonObject;
  /** SHA-256, in hexadecimal. */
  previousHash: string;
  hash: string;
}

/** @public */
export interface ListAuditLogRequest {
  chain: string;
  entity?: string;
  /** 1..200, default 50. */
  limit?: number;
  cursor?: string;
}

/** @public */
export interface ListAuditLogResponse {
  /** The newest first. */
  items: AuditLogEntry[];
  pageInfo: { nextCursor?: string };
}

/** The last entry of a chain: keep it elsewhere to find out about a chain that was cut short or rewritten. @public */
export interface AuditLogHead {
  sequence: number;
  /** SHA-256, in hexadecimal. */
  hash: string;
}

/** Something of the log that is verified by itself. @public */
export interface AuditChain {
  /** The governance domain, or `central`. */
  chain: string;
  head: AuditLogHead;
}

/** Whether the chain is as it was written. @public */
export interface AuditLogVerification {
  chain: string;
  entries: number;
  intact: boolean;
  /** Absent where nothing was written yet, and of a chain that is not intact. */
  head?: AuditLogHead;
  /** What is wrong, at the first entry where it is. */
  fault?: { sequence: number; reason: string };
}
