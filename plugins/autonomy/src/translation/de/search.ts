import type { Texts } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import type { search as en } from '../en/search';

export const search: Texts<typeof en> = {
  search: {
    readiness: 'Bereitschaft',
  },
};
