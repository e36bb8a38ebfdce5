import { actions } from './en/actions';
import { activity } from './en/activity';
import { card } from './en/card';
import { details } from './en/details';
import { editor } from './en/editor';
import { health } from './en/health';
import { home } from './en/home';
import { matrix } from './en/matrix';
import { overview } from './en/overview';
import { rollUps } from './en/rollUps';
import { scorecards } from './en/scorecards';
import { search } from './en/search';
import { simulation } from './en/simulation';
import { tab } from './en/tab';

/** Every text by group and key; another language has the same ones. @public */
export const messages = {
  ...actions,
  ...activity,
  ...card,
  ...details,
  ...editor,
  ...health,
  ...home,
  ...matrix,
  ...overview,
  ...rollUps,
  ...scorecards,
  ...search,
  ...simulation,
  ...tab,
} as const;
