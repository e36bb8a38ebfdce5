import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { usePolicy } from '../../usePolicy';

/** Areas by their titles; by their ids before, or without, the policy. */
export function useAreaTitles() {
  const policy = usePolicy();
  const format = useFormatters();
  const one = (id: string) =>
    policy?.areas.find(area => area.id === id)?.title ?? id;
  return { one, all: (ids: string[]) => format.all(ids.map(one)) };
}
