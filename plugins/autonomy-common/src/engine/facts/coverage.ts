import type { Coverage, Policy } from '../../model';
import type { Horizon } from '../time';

/** Who watches the entity at an instant. */
export interface Watch {
  covered: boolean;
  /** One of those who watch was heard from not long ago. */
  heard: boolean;
}

/** Whether an incident source watches now. An open row ends with the silence of its source. */
export function watchOf(
  coverage: readonly Coverage[],
  { coverageSilence }: Policy['facts'],
  horizon: Horizon,
): Watch {
  const { now } = horizon;
  const watch: Watch = { covered: false, heard: false };
  for (const { from, to, lastHeardAt } of coverage) {
    const silentAt = lastHeardAt + coverageSilence;
    const end = to ?? silentAt;
    if (now >= end) continue;
    horizon.add(from);
    if (now < from) continue;
    horizon.add(end);
    horizon.add(silentAt);
    watch.covered = true;
    if (now < silentAt) watch.heard = true;
  }
  return watch;
}
