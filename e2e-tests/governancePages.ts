import type { APIRequestContext, Locator, Page } from '@playwright/test';
import { ApiAs } from './api';

const BOARD = 'group:default/payments-board';

/** A page by its name and address, with what shows that it is there. */
export type GovernancePage = [
  name: string,
  address: string,
  // eslint-disable-next-line no-unused-vars -- names the parameter of a type
  ready: (page: Page) => Locator,
];

const section = (name: string) => `/autonomy/boards/${name}?board=${BOARD}`;
const heading = (name: RegExp | string) => (page: Page) =>
  page.getByRole('heading', { name }).first();
const table = (name: string) => (page: Page) =>
  page.getByRole('table', { name });

/** All pages of the boards, as Bo Board sees them. */
export async function governancePages(
  request: APIRequestContext,
): Promise<GovernancePage[]> {
  const bo = await ApiAs.person(request, 'bo.board');
  const idOf = async (list: string): Promise<string> =>
    (await bo.get(list)).items[0].id;
  const proposal = await idOf(`proposals?board=${BOARD}&state=open`);
  const plan = await idOf('plans?state=active');
  const toRate = await idOf(`audits?board=${BOARD}&state=rating`);
  const agreed = await idOf(`audits?state=agreed`);
  return [
    [
      'mismatches',
      '/autonomy/mismatches',
      heading('More than the record supports'),
    ],
    ['board-agenda', section('agenda'), table('What is proposed')],
    ['board-calendar', section('calendar'), heading(/^What is due/)],
    ['board-debt', section('debt'), table('Exemption debt')],
    ['board-objectives', section('objectives'), heading(/^Payments$/)],
    [
      'board-statistics',
      section('statistics'),
      heading(/^How the board decided/),
    ],
    ['board-review-pack', section('review-pack'), heading(/-Q\d$/)],
    ['board-log', section('log'), table('Decisions, the newest first')],
    [
      'proposal',
      `/autonomy/boards/proposals/${proposal}`,
      heading('Your vote'),
    ],
    ['audits', '/autonomy/audits?view=boards', table('Trust audits')],
    [
      'audit-to-rate',
      `/autonomy/audits/${toRate}`,
      heading(/^Rate for the board|What the board said/),
    ],
    ['audit-agreed', `/autonomy/audits/${agreed}`, heading('What follows')],
    ['plans', '/autonomy/plans', table('Recalibration plans')],
    ['plan', `/autonomy/plans/${plan}`, heading('What must be so at its end')],
  ];
}
