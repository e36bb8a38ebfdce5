import type { ListProposalsRequest } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { audited } from '../audited';
import { parseRef, parseRefWithin } from '../parseQuery';
import { CALLERS } from './callers';
import type { AutonomyRouter, RouterOptions } from './types';

/**
 * What boards decide.
 *
 * @internal
 */
export function addProposalsRoutes(
  router: AutonomyRouter,
  {
    auditor,
    httpAuth,
    proposals,
  }: Pick<RouterOptions, 'auditor' | 'httpAuth' | 'proposals'>,
): void {
  router.get('/proposals', async (req, res) => {
    const credentials = await httpAuth.credentials(req, CALLERS);
    const query = req.query as ListProposalsRequest;
    const request: ListProposalsRequest = {
      ...query,
      board: query.board?.map(ref => parseRefWithin('board', ref, 'group')),
      entity: query.entity?.map(ref => parseRef('entity', ref)),
    };
    res.json(await proposals.list(request, { credentials }));
  });

  router.post('/proposals', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { entityRef, matter } = req.body;
    const opened = await audited(
      auditor,
      {
        eventId: 'proposal-open',
        request: req,
        severityLevel: 'high',
        meta: { entityRef, matter },
      },
      () => proposals.propose(req.body, { credentials }),
      ({ boardRef, id }) => ({ proposalId: id, boardRef }),
    );
    res.status(201).json(opened);
  });

  router.post('/proposals/votes', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { ids, vote } = req.body;
    const cast = await audited(
      auditor,
      {
        eventId: 'proposal-vote-all',
        request: req,
        severityLevel: 'high',
        meta: { proposalIds: [...ids], vote },
      },
      () => proposals.voteOnAll(req.body, { credentials }),
      ({ results }) => ({
        refused: results.flatMap(({ id, status }) =>
          status === 'refused' ? id : [],
        ),
      }),
    );
    res.json(cast);
  });

  router.get('/proposals/:id', async (req, res) => {
    const credentials = await httpAuth.credentials(req, CALLERS);
    res.json(await proposals.get(req.params.id, { credentials }));
  });

  router.post('/proposals/:id/votes', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { id } = req.params;
    const voted = await audited(
      auditor,
      {
        eventId: 'proposal-vote',
        request: req,
        severityLevel: 'high',
        meta: { proposalId: id, vote: req.body.vote },
      },
      () => proposals.vote(id, req.body, { credentials }),
      ({ entityRef, matter, state }) => ({ entityRef, matter, state }),
    );
    res.json(voted);
  });

  router.post('/proposals/:id/withdraw', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { id } = req.params;
    const withdrawn = await audited(
      auditor,
      {
        eventId: 'proposal-withdraw',
        request: req,
        severityLevel: 'high',
        meta: { proposalId: id },
      },
      () => proposals.withdraw(id, { credentials }),
      ({ entityRef, matter }) => ({ entityRef, matter }),
    );
    res.json(withdrawn);
  });

  router.post('/proposals/:id/appeal', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { id } = req.params;
    const appeal = await audited(
      auditor,
      {
        eventId: 'proposal-appeal',
        request: req,
        severityLevel: 'high',
        meta: { proposalId: id },
      },
      () => proposals.appeal(id, req.body, { credentials }),
      opened => ({ entityRef: opened.entityRef, appealId: opened.id }),
    );
    res.status(201).json(appeal);
  });
}
