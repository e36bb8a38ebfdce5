import type {
  BatchItemResult,
  BatchResponse,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { RequestHandler } from 'express';
import Router from 'express-promise-router';
import type { EvidenceIngestion } from '../../ingestion';
import { audited, auditRefusal } from '../audited';
import { sendBatch } from '../sendBatch';
import type { AutonomyRouter, RouterOptions } from './types';

const PATH = '/backfill';
const EVENT_ID = 'evidence-backfill';

/** What has a history, in the order in which it is stored: a deployment may name an incident. */
const KINDS = ['facts', 'incidents', 'deployments'] as const;
type Kind = (typeof KINDS)[number];

/**
 * Lets through who may load history. What they are admitted to goes with the request.
 *
 * @internal
 */
export function admitBackfillers({
  auditor,
  evidence,
  httpAuth,
}: Pick<RouterOptions, 'auditor' | 'evidence' | 'httpAuth'>): ReturnType<
  typeof Router
> {
  const router = Router();
  router.post(PATH, async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    res.locals.ingestions = await auditRefusal(
      auditor,
      { eventId: EVENT_ID, request: req },
      async () => ({
        facts: await evidence.pastFacts.admit({ credentials }),
        incidents: await evidence.pastIncidents.admit({ credentials }),
        deployments: await evidence.pastDeployments.admit({ credentials }),
      }),
    );
    return 'next';
  });
  return router;
}

/**
 * @internal
 */
export function addBackfillRoutes(
  router: AutonomyRouter,
  { auditor }: Pick<RouterOptions, 'auditor'>,
): void {
  const backfill: RequestHandler = async (req, res) => {
    const ingestions: Ingestions = res.locals.ingestions;
    const batch = req.body as BackfillBatch;
    const outcome = await audited(
      auditor,
      { eventId: EVENT_ID, request: req, meta: countItems(batch) },
      () => ingestAll(ingestions, batch),
      ({ rejected, stored, unchanged }) => ({ rejected, stored, unchanged }),
    );
    sendBatch(req, res, outcome);
  };
  router.post(PATH, backfill);
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
