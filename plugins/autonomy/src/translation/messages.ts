import { actions } from './en/actions';
import { activity } from './en/activity';
import { audits } from './en/audits';
import { boards } from './en/boards';
import { card } from './en/card';
import { details } from './en/details';
import { editor } from './en/editor';
import { grants } from './en/grants';
import { health } from './en/health';
import { home } from './en/home';
import { matrix } from './en/matrix';
import { mismatches } from './en/mismatches';
import { overview } from './en/overview';
import { plans } from './en/plans';
import { rollUps } from './en/rollUps';
import { scorecards } from './en/scorecards';
import { search } from './en/search';
import { simulation } from './en/simulation';
import { tab } from './en/tab';

/** Every text by group and key; another language has the same ones. @public */
export const messages = {
  ...actions,
  ...activity,
  ...audits,
  ...boards,
  ...card,
  ...details,
  ...editor,
  ...grants,
  ...health,
  ...home,
  ...matrix,
  ...mismatches,
  ...overview,
  ...plans,
  ...rollUps,
  ...scorecards,
  ...search,
  ...simulation,
  ...tab,
} as const;
