import { readFileSync } from 'node:fs';

/** Of Linux, whatever the machine. */
const TICKS_PER_SECOND = 100;

/**
 * Seconds of processor time that processes have taken so far (Linux). It is the figure that a busy machine
 * disturbs least.
 */
export function cpuSeconds(pids) {
  return pids.reduce((sum, pid) => {
    // The second field is the name, in brackets and with any character.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .split(') ')
      .at(-1)
      .split(' ');
    const [user, system] = fields.slice(11, 13).map(Number);
    return sum + (user + system) / TICKS_PER_SECOND;
  }, 0);
}
