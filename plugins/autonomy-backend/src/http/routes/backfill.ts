import type {
  BatchItemResult,
  BatchResponse,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { RequestHandler } from 'express';
import type { EvidenceIngestion } from '../../ingestion';
import { audited } from '../audited';
import { sendBatch } from '../sendBatch';
import type { AutonomyRouter, RouterOptions } from './types';

/**
 * The way in for history; who may load it is asked like everybody who reports.
 *
 * @internal
 */
export const BACKFILL = {
  path: '/backfill',
  kind: 'history',
  eventId: 'evidence-backfill',
} as const;

/** What has a history, in the order in which it is stored: a deployment may name an incident. */
const KINDS = ['facts', 'incidents', 'deployments'] as const;
type Kind = (typeof KINDS)[number];

/**
 * @internal
 */
export function addBackfillRoutes(
  router: AutonomyRouter,
  { auditor }: Pick<RouterOptions, 'auditor'>,
): void {
  const backfill: RequestHandler = async (req, res) => {
    const ingestions: Ingestions = res.locals.admitted;
    const batch = req.body as BackfillBatch;
    const outcome = await audited(
      auditor,
      { eventId: BACKFILL.eventId, request: req, meta: countItems(batch) },
      () => ingestAll(ingestions, batch),
      ({ rejected, stored, unchanged }) => ({ rejected, stored, unchanged }),
    );
    sendBatch(req, res, outcome);
  };
  router.post(BACKFILL.path, backfill);
}

type Ingestions = Record<Kind, EvidenceIngestion>;
type BackfillBatch = { [K in Kind]?: unknown[] };

function countItems(batch: BackfillBatch) {
  return Object.fromEntries(
    KINDS.map(kind => [kind, batch[kind]?.length ?? 0]),
  );
}

async function ingestAll(
  ingestions: Ingestions,
  batch: BackfillBatch,
): Promise<BatchResponse> {
  const total = { stored: 0, unchanged: 0, rejected: 0 };
  const results: (BatchItemResult & { kind: Kind })[] = [];
  for (const kind of KINDS) {
    const items = batch[kind];
    if (items) {
      const outcome = await ingestions[kind].ingest(items);
      total.stored += outcome.stored;
      total.unchanged += outcome.unchanged;
      total.rejected += outcome.rejected;
      results.push(...outcome.results.map(result => ({ kind, ...result })));
    }
  }
  return { ...total, results };
}
