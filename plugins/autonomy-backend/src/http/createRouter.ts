import { InputError } from '@backstage/errors';
import express from 'express';
import Router from 'express-promise-router';
import { createOpenApiRouter } from '../schema/openapi/generated/router';
import { addAttestationsRoutes } from './routes/attestations';
import { addAuditLogRoutes } from './routes/auditLog';
import { addAuditsRoutes } from './routes/audits';
import { addBackfillRoutes } from './routes/backfill';
import { addBoardsRoutes } from './routes/boards';
import { addDeploymentsRoutes } from './routes/deployments';
import { addEntitiesRoutes } from './routes/entities';
import { addEvidenceRoutes, admitReporters } from './routes/evidence';
import { addExemptionsRoutes } from './routes/exemptions';
import { addGrantsRoutes } from './routes/grants';
import { addHistoryRoutes } from './routes/history';
import { addIncidentsRoutes } from './routes/incidents';
import { addInsightRoutes } from './routes/insight';
import { addMismatchesRoutes } from './routes/mismatches';
import { addNeedsRoutes } from './routes/needs';
import { addObjectivesRoutes } from './routes/objectives';
import { addOperationsRoutes } from './routes/operations';
import { addOverviewsRoutes } from './routes/overviews';
import { addPlansRoutes } from './routes/plans';
import { addPolicyRoutes } from './routes/policy';
import { addPolicyDocumentsRoutes } from './routes/policyDocuments';
import { addPolicyDraftsRoutes } from './routes/policyDrafts';
import { addProposalsRoutes } from './routes/proposals';
import { addPublicationsRoutes } from './routes/publications';
import { addRefreshRoutes } from './routes/refresh';
import { addSimulationsRoutes } from './routes/simulations';
import type { RouterOptions } from './routes/types';

/** Holds a batch of 500 ordinary items; larger documents go in smaller batches. */
const BODY_LIMIT = '1mb';

const parseJson = express.json({ limit: BODY_LIMIT });

const readBody: express.RequestHandler = (req, res, next) =>
  parseJson(req, res, error => {
    // As it comes, this error repeats the whole body.
    const isMalformed = error?.type === 'entity.parse.failed';
    if (error?.type === 'entity.too.large') {
      const found = error.length === undefined ? 'more' : `${error.length}`;
      error.message = `The request is too large (expected at most ${error.limit} bytes, found ${found})`;
    }
    next(isMalformed ? new InputError(error.message) : error);
  });

const refuseWhatIsNotValidated: express.RequestHandler = (req, res, next) => {
  // Express would answer HEAD with the handler of GET, and only what is documented is validated.
  if (req.method === 'HEAD') {
    res.status(405).set('allow', 'GET, POST').end();
    return;
  }
  // No name has it, and PostgreSQL refuses text with it.
  if (req.url.includes('%00')) {
    throw new InputError('Invalid URL: expected no NUL character, found %00');
  }
  next();
};

/**
 * The routes below `/v1`. Requests are validated against `schema/openapi.yaml`, which is served at
 * `/openapi.json`.
 *
 * @remarks
 *
 * Reporters are admitted before their body is read, so that whoever may not report gets a 403 whatever
 * they send, and costs no more than that.
 *
 * @internal
 */
export async function createRouter(
  options: RouterOptions,
): Promise<express.Router> {
  const validated = await createOpenApiRouter();
  addEntitiesRoutes(validated, options);
  addRefreshRoutes(validated, options);
  addHistoryRoutes(validated, options);
  addOverviewsRoutes(validated, options);
  addEvidenceRoutes(validated, options);
  addBackfillRoutes(validated, options);
  addAttestationsRoutes(validated, options);
  addDeploymentsRoutes(validated, options);
  addIncidentsRoutes(validated, options);
  addExemptionsRoutes(validated, options);
  addProposalsRoutes(validated, options);
  addGrantsRoutes(validated, options);
  addPlansRoutes(validated, options);
  addAuditsRoutes(validated, options);
  addMismatchesRoutes(validated, options);
  addBoardsRoutes(validated, options);
  addObjectivesRoutes(validated, options);
  addNeedsRoutes(validated, options);
  addAuditLogRoutes(validated, options);
  addOperationsRoutes(validated, options);
  addPolicyRoutes(validated, options);
  addPolicyDocumentsRoutes(validated, options);
  addPolicyDraftsRoutes(validated, options);
  addPublicationsRoutes(validated, options);
  addInsightRoutes(validated, options);
  addSimulationsRoutes(validated, options);

  return Router()
    .use(refuseWhatIsNotValidated)
    .use(admitReporters(options))
    .use(readBody)
    .use(validated);
}
