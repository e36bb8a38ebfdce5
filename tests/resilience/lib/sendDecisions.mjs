import { setTimeout as sleep } from 'node:timers/promises';
import { oneOf } from './random.mjs';

const API = '/api/autonomy/v1';
/** One in so many is sent to both processes at once. */
const TWICE = 0.1;
const WAIT_MS = 20;

/**
 * Sends commands in some lanes at once until all are sent. Where no answer comes, because the process was killed, it is
 * said once more, to whoever is there: whether the first was heard is not known.
 *
 * @param options.onSent - told after each command
 * @param options.pauseMs - of a lane between two commands, on average
 * @returns every attempt: its marker and `status`, undefined without an answer
 */
export async function sendDecisions(options) {
  const { backends, commands, count, lanes, onSent, pauseMs, random, tokens } =
    options;
  const attempts = [];
  let sent = 0;

  async function attempt(command, wanted) {
    const { body, kind, path, person } = command;
    const made = { ...command, status: undefined };
    attempts.push(made);
    let backend = wanted;
    for (;;) {
      try {
        const response = await fetch(`${backend.url}${API}${path}`, {
          method: 'POST',
          headers: {
            authorization: `Bearer ${tokens.get(person.ref)}`,
            'content-type': 'application/json',
          },
          body: JSON.stringify(body),
        });
        made.answer = await response.json();
        made.status = response.status;
        break;
      } catch (error) {
        if (error.cause?.code !== 'ECONNREFUSED') {
          // Killed meanwhile: it may have been carried out.
          return { isAnswered: false };
        }
        // Nobody was there to hear it.
        await sleep(WAIT_MS);
        backend = oneOf(random, await ready());
      }
    }
    if (made.status < 300 && (kind === 'exemption' || kind === 'grant')) {
      commands.note(kind, made.answer);
    }
    return { isAnswered: true };
  }

  async function ready() {
    for (;;) {
      const up = backends.filter(({ isReady }) => isReady);
      if (up.length) return up;
      await sleep(WAIT_MS);
    }
  }

  /** The same again is another attempt, with a marker of its own. */
  const again = (command, suffix) => {
    const marker = `${command.marker}${suffix}`;
    const body = Object.fromEntries(
      Object.entries(command.body).map(([key, value]) => [
        key,
        typeof value === 'string'
          ? value.replace(command.marker, marker)
          : value,
      ]),
    );
    return { ...command, body, marker };
  };

  async function lane() {
    while (sent < count) {
      sent += 1;
      const command = commands.next(`#${sent}.`);
      const up = await ready();
      if (random() < TWICE) {
        await Promise.all([
          attempt(command, up[0]),
          attempt(again(command, 'twin.'), up.at(-1)),
        ]);
      } else {
        const { isAnswered } = await attempt(command, oneOf(random, up));
        if (!isAnswered) {
          await attempt(again(command, 'again.'), (await ready())[0]);
        }
      }
      onSent();
      await sleep(2 * random() * pauseMs);
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane));
  return attempts;
}
