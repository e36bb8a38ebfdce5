import { writeFileSync } from 'node:fs';
import path from 'node:path';

/** Sets the clock of the demo's autonomy ahead. */
export function setClockAhead(milliseconds: number) {
  writeFileSync(
    path.join(process.env.DEMO_HOME!, 'clock'),
    String(milliseconds),
  );
}
