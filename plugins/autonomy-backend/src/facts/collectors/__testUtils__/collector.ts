import type { FactCollector } from '@aligned-autonomy/backstage-plugin-autonomy-node';

/** A collector that finds out nothing, but for what a test says. */
export function collector(rest: Partial<FactCollector> = {}): FactCollector {
  return {
    id: 'backups',
    description: 'Says when something was backed up.',
    schema: { lastBackupAt: 'instant', 'tool.name': 'text' },
    ttl: { hours: 12 },
    schedule: { frequency: { hours: 1 }, timeout: { minutes: 10 } },
    collect: async () => [],
    ...rest,
  };
}
