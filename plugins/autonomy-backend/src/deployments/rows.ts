import type {
  Deployment,
  DeploymentStatus,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { toInstant, type EvidenceRow } from '../database';
import type { DeploymentItem } from './deploymentItemSchema';

/**
 * @internal
 */
export interface DeploymentRow extends EvidenceRow {
  source: string;
  deployment_id: string;
  status: string;
  area: string;
  finished_at: number;
  committed_at: number | null;
  reviewed_at: number | null;
  review_url: string | null;
  incident_id: string | null;
  version: string | null;
  url: string | null;
}

/**
 * The review that the owners recorded themselves. No report writes these columns, so none takes a review
 * back.
 *
 * @internal
 */
export interface OwnReview {
  own_reviewed_at: number | null;
  own_review_url: string | null;
}

/**
 * @internal
 */
export function toRow(
  item: DeploymentItem,
): Omit<DeploymentRow, 'recorded_at' | 'content_hash'> {
  return {
    source: item.source,
    deployment_id: item.id,
    entity_ref: item.entityRef,
    status: item.status,
    area: item.area,
    finished_at: item.finishedAt,
    committed_at: item.committedAt ?? null,
    reviewed_at: item.reviewedAt ?? null,
    review_url: item.reviewUrl ?? null,
    incident_id: item.incidentId ?? null,
    version: item.version ?? null,
    url: item.url ?? null,
  };
}

/**
 * @internal
 */
export function fromRow(row: DeploymentRow & Partial<OwnReview>): Deployment {
  return {
    id: row.deployment_id,
    source: row.source,
    entityRef: row.entity_ref,
    status: row.status as DeploymentStatus,
    area: row.area,
    finishedAt: Number(row.finished_at),
    recordedAt: Number(row.recorded_at),
    committedAt: toInstant(row.committed_at),
    ...reviewOf(row),
    incidentId: row.incident_id ?? undefined,
    version: row.version ?? undefined,
    url: row.url ?? undefined,
  };
}

/** Of two reviews the earlier: from then on it was reviewed. */
function reviewOf(
  row: DeploymentRow & Partial<OwnReview>,
): Pick<Deployment, 'reviewedAt' | 'reviewUrl'> {
  const reported = toInstant(row.reviewed_at);
  const own = toInstant(row.own_reviewed_at);
  const [first, second] =
    (own ?? Infinity) < (reported ?? Infinity)
      ? [row.own_review_url, row.review_url]
      : [row.review_url, row.own_review_url];
  const reviewedAt = Math.min(reported ?? Infinity, own ?? Infinity);
  return {
    reviewedAt: reviewedAt === Infinity ? undefined : reviewedAt,
    reviewUrl: first ?? second ?? undefined,
  };
}
