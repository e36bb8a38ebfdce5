import type { ListAuditLogRequest } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { audited } from '../audited';
import { parseChain, parseHead } from '../parseAuditLogQuery';
import { parseRef } from '../parseQuery';
import { CALLERS } from './callers';
import type { AutonomyRouter, RouterOptions } from './types';

/**
 * The log of what people decided.
 *
 * @internal
 */
export function addAuditLogRoutes(
  router: AutonomyRouter,
  {
    auditLog,
    auditor,
    httpAuth,
  }: Pick<RouterOptions, 'auditLog' | 'auditor' | 'httpAuth'>,
): void {
  router.get('/audit-log', async (req, res) => {
    const credentials = await httpAuth.credentials(req, CALLERS);
    const { chain, entity, ...query } = req.query;
    const request: ListAuditLogRequest = {
      ...query,
      chain: parseChain(chain),
      entity: entity === undefined ? entity : parseRef('entity', entity),
    };
    res.json(await auditLog.list(request, { credentials }));
  });

  router.get('/audit-log/chains', async (req, res) => {
    const credentials = await httpAuth.credentials(req, CALLERS);
    res.json({ items: await auditLog.listChains({ credentials }) });
  });

  router.get('/audit-log/verification', async (req, res) => {
    const credentials = await httpAuth.credentials(req, CALLERS);
    const chain = parseChain(req.query.chain);
    const head = parseHead(req.query.head);
    const verification = await audited(
      auditor,
      { eventId: 'audit-log-verify', request: req, meta: { chain } },
      () => auditLog.verify({ chain, head }, { credentials }),
      ({ entries, intact }) => ({ entries, intact }),
    );
    res.json(verification);
  });
}
