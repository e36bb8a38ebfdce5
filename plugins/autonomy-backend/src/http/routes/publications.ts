import type { PublishedVersion } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { audited } from '../audited';
import type { AutonomyRouter, RouterOptions } from './types';

const severityLevel = 'high' as const;

/**
 * What makes documents of the policy count, or no longer.
 *
 * @internal
 */
export function addPublicationsRoutes(
  router: AutonomyRouter,
  {
    auditor,
    httpAuth,
    policyDocuments,
  }: Pick<RouterOptions, 'auditor' | 'httpAuth' | 'policyDocuments'>,
): void {
  router.post('/policy/drafts/:id/publish', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { id } = req.params;
    const version = await audited(
      auditor,
      {
        eventId: 'policy-publish',
        severityLevel,
        request: req,
        meta: { draftId: id },
      },
      () => policyDocuments.publishDraft(id, req.body, { credentials }),
      describe,
    );
    res.status(201).json(version);
  });

  router.post('/policy/documents/:kind/:name/roll-back', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { kind, name } = req.params;
    const version = await audited(
      auditor,
      {
        eventId: 'policy-roll-back',
        severityLevel,
        request: req,
        meta: { kind, name },
      },
      () => policyDocuments.rollBack({ kind, name }, req.body, { credentials }),
      describe,
    );
    res.status(201).json(version);
  });

  router.post('/policy/documents/:kind/:name/retire', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { kind, name } = req.params;
    const version = await audited(
      auditor,
      {
        eventId: 'policy-retire',
        severityLevel,
        request: req,
        meta: { kind, name },
      },
      () => policyDocuments.retire({ kind, name }, req.body, { credentials }),
      describe,
    );
    res.status(201).json(version);
  });

  router.post('/policy/versions/:number/withdraw', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const number = Number(req.params.number);
    const version = await audited(
      auditor,
      {
        eventId: 'policy-withdraw',
        severityLevel,
        request: req,
        meta: { number },
      },
      () => policyDocuments.withdrawVersion(number, req.body, { credentials }),
      describe,
    );
    res.json(version);
  });
}

function describe(version: PublishedVersion) {
  const { effectiveFrom, kind, name, note, number, restores } = version;
  return {
    effectiveFrom,
    kind,
    name,
    note,
    number,
    ...(restores !== undefined && { restores }),
  };
}
