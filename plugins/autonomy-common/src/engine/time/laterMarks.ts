/** Instants that are noted on a record after it was made, each when it is noted; by kind. */
export const LATER_MARKS = {
  deployments: ['reviewedAt'],
  exemptions: ['revokedAt'],
  attestations: ['withdrawnAt'],
  grants: ['revokedAt'],
  plans: ['signedAt', 'extendedAt', 'liftedAt', 'completedAt'],
  audits: [],
  promotions: [],
} as const;

/** A record with what may be noted on it. */
export type Marked<M extends string> = { readonly [K in M]?: number };

export type LaterMark = (typeof LATER_MARKS)[keyof typeof LATER_MARKS][number];
