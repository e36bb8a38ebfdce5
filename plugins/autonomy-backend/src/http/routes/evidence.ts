import type { Request, Response } from 'express';
import { audited } from '../audited';
import type { RouterOptions } from '../createRouter';
import { sendBatch } from '../sendBatch';
import type { EvidenceIngestion } from '../../ingestion';
import type { AutonomyRouter } from './types';

/**
 * @internal
 */
export function addEvidenceRoutes(
  router: AutonomyRouter,
  options: RouterOptions,
): void {
  const { auditor, httpAuth } = options;
  const ingest =
    (ingestion: EvidenceIngestion, eventId: string) =>
    async (req: Request, res: Response): Promise<void> => {
      const credentials = await httpAuth.credentials(req, {
        allow: ['user', 'service'],
      });
      const { items } = req.body as { items: unknown[] };
      const outcome = await audited(
        auditor,
        { eventId, request: req, meta: { items: items.length } },
        () => ingestion.ingest(items, { credentials }),
        ({ rejected, stored, unchanged }) => ({ rejected, stored, unchanged }),
      );
      sendBatch(req, res, outcome);
    };

  router.post('/facts', ingest(options.facts, 'fact-ingest'));
  router.post('/incidents', ingest(options.incidents, 'incident-ingest'));
  router.post('/deployments', ingest(options.deployments, 'deployment-ingest'));
  router.post('/coverage', ingest(options.coverage, 'coverage-declare'));
}
