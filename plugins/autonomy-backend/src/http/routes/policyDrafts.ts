import { audited } from '../audited';
import { CALLERS } from './callers';
import type { AutonomyRouter, RouterOptions } from './types';

/**
 * Documents of the policy that somebody is working on.
 *
 * @internal
 */
export function addPolicyDraftsRoutes(
  router: AutonomyRouter,
  {
    auditor,
    httpAuth,
    policyDocuments,
  }: Pick<RouterOptions, 'auditor' | 'httpAuth' | 'policyDocuments'>,
): void {
  router.get('/policy/drafts', async (req, res) => {
    const credentials = await httpAuth.credentials(req, CALLERS);
    res.json({ items: await policyDocuments.listDrafts({ credentials }) });
  });

  router.post('/policy/drafts', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const draft = await audited(
      auditor,
      { eventId: 'policy-draft-create', request: req },
      () => policyDocuments.createDraft(req.body, { credentials }),
      ({ id, kind, name }) => ({ draftId: id, kind, name }),
    );
    res.status(201).json(draft);
  });

  router.get('/policy/drafts/:id', async (req, res) => {
    const credentials = await httpAuth.credentials(req, CALLERS);
    res.json(await policyDocuments.getDraft(req.params.id, { credentials }));
  });

  router.put('/policy/drafts/:id', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { id } = req.params;
    const draft = await audited(
      auditor,
      // An editor saves often.
      {
        eventId: 'policy-draft-change',
        severityLevel: 'low',
        request: req,
        meta: { draftId: id },
      },
      () => policyDocuments.changeDraft(id, req.body, { credentials }),
      ({ kind, name, revision }) => ({ kind, name, revision }),
    );
    res.json(draft);
  });

  router.delete('/policy/drafts/:id', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { id } = req.params;
    const revision = Number(req.query.revision);
    await audited(
      auditor,
      {
        eventId: 'policy-draft-discard',
        request: req,
        meta: { draftId: id },
      },
      () => policyDocuments.discardDraft(id, revision, { credentials }),
    );
    res.status(204).end();
  });
}
