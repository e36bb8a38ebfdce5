import { autonomyClockServiceRef } from '@aligned-autonomy/backstage-plugin-autonomy-backend';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { readFile } from 'node:fs/promises';

/**
 * The clock of the machine, set ahead by the milliseconds in the file that DEMO_CLOCK names: the demo shows what
 * happens on a later date without waiting for it. Without that file it is right.
 */
export const sampleClock = createServiceFactory({
  service: autonomyClockServiceRef,
  deps: {},
  factory: () => ({
    now: async () => Date.now() + (await readShift(process.env.DEMO_CLOCK!)),
  }),
});

async function readShift(file: string): Promise<number> {
  const text = await readFile(file, 'utf8').catch(() => '0');
  const shift = Number(text);
  if (!Number.isFinite(shift)) {
    throw new Error(`${file}: expected milliseconds, found ${text}`);
  }
  return shift;
}
