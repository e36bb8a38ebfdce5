import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import type { CompiledPolicy } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import express from 'express';
import type { EvaluationsReader } from '../evaluation';
import type { EvidenceIngestion } from '../ingestion';
import { createOpenApiRouter } from '../schema/openapi/generated/router';
import { addEntitiesRoutes } from './routes/entities';
import { addEvidenceRoutes } from './routes/evidence';
import { addPolicyRoutes } from './routes/policy';

/** Holds a batch of 500 ordinary items; larger documents go in smaller batches. */
const BODY_LIMIT = '1mb';

/**
 * @internal
 */
export interface RouterOptions {
  auditor: AuditorService;
  coverage: EvidenceIngestion;
  deployments: EvidenceIngestion;
  evaluations: EvaluationsReader;
  facts: EvidenceIngestion;
  httpAuth: HttpAuthService;
  incidents: EvidenceIngestion;
  policy: CompiledPolicy;
}

/**
 * The routes below `/v1`. Requests are validated against `schema/openapi.yaml`, which is served at
 * `/openapi.json`.
 *
 * @internal
 */
export async function createRouter(
  options: RouterOptions,
): Promise<express.Router> {
  const router = await createOpenApiRouter({
    middleware: [express.json({ limit: BODY_LIMIT })],
  });
  addEntitiesRoutes(router, options);
  addEvidenceRoutes(router, options);
  addPolicyRoutes(router, options);
  return router;
}
