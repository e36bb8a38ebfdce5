import type { RequestHandler } from 'express';
import Router from 'express-promise-router';
import type { EvidenceGates } from '../../createEvidenceGates';
import type { EvidenceIngestion } from '../../ingestion';
import { audited, auditRefusal } from '../audited';
import { sendBatch } from '../sendBatch';
import { BACKFILL } from './backfill';
import type { AutonomyRouter, RouterOptions } from './types';

/** Where each kind of evidence comes in, and what the audit calls it. */
const WAYS_IN = [
  { path: '/facts', kind: 'facts', eventId: 'fact-ingest' },
  { path: '/incidents', kind: 'incidents', eventId: 'incident-ingest' },
  { path: '/deployments', kind: 'deployments', eventId: 'deployment-ingest' },
  { path: '/coverage', kind: 'coverage', eventId: 'coverage-declare' },
] as const satisfies { kind: keyof EvidenceGates; [key: string]: string }[];

const ADMITTED = [...WAYS_IN, BACKFILL] as const;

/**
 * Lets through who may report. What they are admitted to goes with the request; the routes below have
 * no other way to store anything.
 *
 * @internal
 */
export function admitReporters({
  auditor,
  evidence,
  httpAuth,
}: Pick<RouterOptions, 'auditor' | 'evidence' | 'httpAuth'>): ReturnType<
  typeof Router
> {
  const router = Router();
  for (const { eventId, kind, path } of ADMITTED) {
    router.post(path, async (req, res) => {
      const credentials = await httpAuth.credentials(req, {
        allow: ['user', 'service'],
      });
      res.locals.admitted = await auditRefusal<unknown>(
        auditor,
        { eventId, request: req },
        () => evidence[kind].admit({ credentials }),
      );
      return 'next';
    });
  }
  return router;
}

/**
 * @internal
 */
export function addEvidenceRoutes(
  router: AutonomyRouter,
  { auditor }: Pick<RouterOptions, 'auditor'>,
): void {
  const ingest =
    (eventId: string): RequestHandler =>
    async (req, res) => {
      const ingestion: EvidenceIngestion = res.locals.admitted;
      const { items } = req.body as { items: unknown[] };
      const outcome = await audited(
        auditor,
        { eventId, request: req, meta: { items: items.length } },
        () => ingestion.ingest(items),
        ({ rejected, stored, unchanged }) => ({ rejected, stored, unchanged }),
      );
      sendBatch(req, res, outcome);
    };
  for (const { eventId, path } of WAYS_IN) {
    router.post(path, ingest(eventId));
  }
}
