import { Failure } from '../lib/console.mjs';
import { resolveInstants } from './durations.mjs';
import { readFiles } from './evidence.mjs';
import { fetchAlone } from './fetchAlone.mjs';
import { SAYINGS } from './sayings.mjs';
import { signIn as signInSample } from './signIn.mjs';

/**
 * Has the sample's people say what they said, each signed in as themselves. What there is any record of is left
 * alone, for whoever tries the demo may have changed it; what is over is not said any more.
 *
 * @param options.folder - YAML files like those of the evidence, whose items say who says them (`as`)
 * @param options.anchor - the instant that relative dates count from, UTC milliseconds
 * @param options.baseUrl - of the backend, e.g. `http://localhost:7007`
 * @param options.now - UTC milliseconds
 * @param options.signIn - gives the token of a person by name; through the demo's sign-in unless told
 * @returns how many items are new and how many were known
 * @throws Failure naming file, item and answer if one is not accepted
 */
export async function loadGovernance(options) {
  const { anchor, baseUrl, folder, signIn = signInSample } = options;
  const { now = Date.now() } = options;
  const files = readFiles(folder, Object.keys(SAYINGS));
  const tokens = new Map();
  const send = async (as, { body, method, path }) => {
    if (!tokens.has(as)) {
      tokens.set(as, await signIn({ baseUrl, name: as }));
    }
    return request({ baseUrl, body, method, path, token: tokens.get(as) });
  };
  const total = { stored: 0, known: 0 };
  for (const [kind, terms] of Object.entries(SAYINGS)) {
    for (const { file, items } of files.filter(each => each.kind === kind)) {
      for (const [index, { as, ...written }] of items.entries()) {
        const item = resolveInstants(written, anchor);
        if (isOver(item, now)) {
          continue;
        }
        const origin = `${file}, items[${index}]`;
        const isNew = await say({ as, item, origin, send, terms });
        total[isNew ? 'stored' : 'known']++;
      }
    }
  }
  return total;
}

/** Says one thing, and what others say to it. */
async function say({ as, item, origin, send, terms }) {
  const { body, isKnown, method, next = () => [], path, read } = terms;
  const known = await findOut(item, read, step => send(as, step));
  if (known !== undefined && isKnown(item, known)) {
    return false;
  }
  const ask = async step => {
    const response = await send(step.as ?? as, step);
    if (!response.ok) {
      throw new Failure(
        `${origin}: ${step.method} ${step.path} answered ${
          response.status
        }: ${await response.text()}`,
      );
    }
    return response.json();
  };
  const answer = await ask({
    method,
    path: path(item, known),
    body: body(item, known),
  });
  for (const step of next(item, answer)) {
    await ask(step);
  }
  return true;
}

/** What is known of it; undefined where that cannot be read. */
async function findOut(item, read, send) {
  const unread = new Error('not to be read');
  const get = async path => {
    const response = await send({ method: 'GET', path });
    if (!response.ok) {
      throw unread;
    }
    return response.json();
  };
  try {
    return await read(item, get);
  } catch (error) {
    if (error === unread) {
      return undefined;
    }
    throw error;
  }
}

function request({ baseUrl, body, method, path, token }) {
  return fetchAlone(`${baseUrl}/api/autonomy/v1/${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
    },
    body: body && JSON.stringify(body),
  });
}

function isOver({ endsAt, expiresAt, from, reviewAt }, now) {
  return Date.parse(endsAt ?? from ?? expiresAt ?? reviewAt) <= now;
}
