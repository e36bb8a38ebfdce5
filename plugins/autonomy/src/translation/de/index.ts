import {
  flattenTexts,
  type Texts,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { actions } from './actions';
import { activity } from './activity';
import { card } from './card';
import { details } from './details';
import { editor } from './editor';
import { health } from './health';
import { home } from './home';
import { matrix } from './matrix';
import { overview } from './overview';
import { rollUps } from './rollUps';
import { scorecards } from './scorecards';
import { search } from './search';
import { simulation } from './simulation';
import { tab } from './tab';
import type { messages } from '../messages';

const german: Texts<typeof messages> = {
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
};

export default flattenTexts(german);
