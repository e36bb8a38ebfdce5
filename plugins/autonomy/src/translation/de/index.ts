import {
  flattenTexts,
  type Texts,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { actions } from './actions';
import { activity } from './activity';
import { audits } from './audits';
import { boards } from './boards';
import { card } from './card';
import { details } from './details';
import { editor } from './editor';
import { grants } from './grants';
import { health } from './health';
import { home } from './home';
import { matrix } from './matrix';
import { mismatches } from './mismatches';
import { overview } from './overview';
import { plans } from './plans';
import { rollUps } from './rollUps';
import { scorecards } from './scorecards';
import { search } from './search';
import { simulation } from './simulation';
import { tab } from './tab';
import type { messages } from '../messages';

const german: Texts<typeof messages> = {
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
};

export default flattenTexts(german);
