import { stringifyEntityRef } from '@backstage/catalog-model';
import { audited } from '../audited';
import { parsePeriod } from '../parseQuery';
import { CALLERS } from './callers';
import type { AutonomyRouter, RouterOptions } from './types';

const EXTENSIONS = { markdown: 'md', csv: 'csv' };

/**
 * What boards have before them and what they did.
 *
 * @internal
 */
export function addBoardsRoutes(
  router: AutonomyRouter,
  {
    auditor,
    boards,
    httpAuth,
  }: Pick<RouterOptions, 'auditor' | 'boards' | 'httpAuth'>,
): void {
  router.get('/boards', async (req, res) => {
    const credentials = await httpAuth.credentials(req, CALLERS);
    res.json({ items: await boards.list({ credentials }) });
  });

  router.get('/boards/:kind/:namespace/:name/agenda', async (req, res) => {
    const credentials = await httpAuth.credentials(req, CALLERS);
    const boardRef = stringifyEntityRef(req.params);
    res.json(await boards.getAgenda(boardRef, { credentials }));
  });

  router.get('/boards/:kind/:namespace/:name/calendar', async (req, res) => {
    const credentials = await httpAuth.credentials(req, CALLERS);
    const boardRef = stringifyEntityRef(req.params);
    const period = parsePeriod(req.query);
    res.json(await boards.getCalendar(boardRef, period, { credentials }));
  });

  router.get(
    '/boards/:kind/:namespace/:name/calendar.ics',
    async (req, res) => {
      const credentials = await httpAuth.credentials(req, CALLERS);
      const boardRef = stringifyEntityRef(req.params);
      const calendar = await audited(
        auditor,
        {
          eventId: 'board-calendar-export',
          request: req,
          severityLevel: 'low',
          meta: { boardRef },
        },
        () => boards.exportCalendar(boardRef, { credentials }),
      );
      res.attachment('autonomy-board.ics').type('text/calendar').send(calendar);
    },
  );

  router.get('/boards/:kind/:namespace/:name/statistics', async (req, res) => {
    const credentials = await httpAuth.credentials(req, CALLERS);
    const boardRef = stringifyEntityRef(req.params);
    res.json(await boards.getStatistics(boardRef, { credentials }));
  });

  router.get('/boards/:kind/:namespace/:name/debt', async (req, res) => {
    const credentials = await httpAuth.credentials(req, CALLERS);
    const boardRef = stringifyEntityRef(req.params);
    res.json({ items: await boards.getDebt(boardRef, { credentials }) });
  });

  router.get('/boards/:kind/:namespace/:name/review-pack', async (req, res) => {
    const credentials = await httpAuth.credentials(req, CALLERS);
    const boardRef = stringifyEntityRef(req.params);
    const { quarter } = req.query;
    res.json(await boards.getReviewPack(boardRef, quarter, { credentials }));
  });

  router.get(
    '/boards/:kind/:namespace/:name/review-pack/:format',
    async (req, res) => {
      const credentials = await httpAuth.credentials(req, CALLERS);
      const { format, ...board } = req.params;
      const boardRef = stringifyEntityRef(board);
      const { quarter } = req.query;
      const text = await audited(
        auditor,
        {
          eventId: 'review-pack-export',
          request: req,
          severityLevel: 'low',
          meta: { boardRef, format, quarter },
        },
        () =>
          boards.exportReviewPack(boardRef, format, quarter, { credentials }),
      );
      res.attachment(`autonomy-review-pack.${EXTENSIONS[format]}`);
      res.type(`text/${format}`).send(text);
    },
  );
}
