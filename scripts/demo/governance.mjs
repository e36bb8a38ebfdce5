import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { Failure } from '../lib/console.mjs';
import { inRoot } from '../lib/root.mjs';
import { resolveInstants } from './durations.mjs';
import { readFiles } from './evidence.mjs';
import { signIn as signInSample } from './signIn.mjs';
import { fetchAlone } from './fetchAlone.mjs';

/**
 * How each kind of thing that people say is told to the API, in the order in which it is loaded: whether the
 * answers to `known` have the item already, and what is sent otherwise.
 */
const KINDS = {
  Objectives: {
    known: item => `objectives/${pathOf(item.domainRef)}`,
    isKnown: () => true,
    method: 'PUT',
    path: item => `objectives/${pathOf(item.domainRef)}`,
    body: ({ measures, ownerRef, reviewAt, statement }) => ({
      measures,
      ownerRef,
      reviewAt,
      statement,
    }),
  },
  Attestations: {
    known: item => `attestations?entity=${item.entityRef}`,
    isKnown: (item, { items }) => items.some(isOfCheck(item)),
    method: 'POST',
    path: () => 'attestations',
    body: item => ({ items: [item] }),
  },
  ExemptionRequests: {
    known: item => `exemptions?entity=${item.entityRef}&limit=200`,
    isKnown: (item, { items }) => items.some(isOfCheck(item)),
    method: 'POST',
    path: () => 'exemptions',
    body: item => item,
  },
  PolicyDocuments: {
    known: () => ['policy/drafts', 'policy/versions'],
    isKnown: (item, ...lists) =>
      lists
        .flatMap(({ items }) => items)
        .some(({ kind, name }) => `${kind}/${name}` === documentOf(item)),
    method: 'POST',
    path: () => 'policy/drafts',
    body: item => ({ yaml: textOf(item) }),
    // Without a note it stays a draft.
    next: ({ from, note }, { id, revision }) =>
      note && {
        method: 'POST',
        path: `policy/drafts/${id}/publish`,
        body: { effectiveFrom: from, note, revision },
      },
  },
};

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
  const files = readFiles(folder, Object.keys(KINDS));
  const tokens = new Map();
  const tokenOf = async name => {
    if (!tokens.has(name)) {
      tokens.set(name, await signIn({ baseUrl, name }));
    }
    return tokens.get(name);
  };
  const total = { stored: 0, known: 0 };
  for (const [kind, terms] of Object.entries(KINDS)) {
    for (const { file, items } of files.filter(each => each.kind === kind)) {
      for (const [index, { as, ...written }] of items.entries()) {
        const item = resolveInstants(written, anchor);
        if (isOver(item, now)) {
          continue;
        }
        const send = (method, path, body) =>
          request({ baseUrl, body, method, path, token });
        const token = await tokenOf(as);
        if (await isKnown(terms, item, send)) {
          total.known++;
        } else {
          await tell(terms, item, send, `${file}, items[${index}]`);
          total.stored++;
        }
      }
    }
  }
  return total;
}

async function isKnown(terms, item, send) {
  const answers = [];
  for (const path of [terms.known(item)].flat()) {
    const response = await send('GET', path);
    if (!response.ok) {
      return false;
    }
    answers.push(await response.json());
  }
  return terms.isKnown(item, ...answers);
}

async function tell(terms, item, send, origin) {
  const { body, method, next = () => undefined, path } = terms;
  const ask = async step => {
    const response = await send(step.method, step.path, step.body);
    if (!response.ok) {
      throw new Failure(
        `${origin}: ${step.method} ${step.path} answered ${
          response.status
        }: ${await response.text()}`,
      );
    }
    return response.json();
  };
  const answer = await ask({ method, path: path(item), body: body(item) });
  const following = next(item, answer);
  if (following) {
    await ask(following);
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

function isOver({ expiresAt, from, reviewAt }, now) {
  return Date.parse(from ?? expiresAt ?? reviewAt) <= now;
}

const isOfCheck =
  ({ checkId }) =>
  record =>
    record.checkId === checkId;

/** A document as it is written, or one of the starter set. */
function textOf({ starter, yaml }) {
  return (
    yaml ??
    readFileSync(
      inRoot(`plugins/autonomy-common/starters/${starter}.yaml`),
      'utf8',
    )
  );
}

/** Kind and name of a document: `overlay/payments`. */
function documentOf(item) {
  const { kind, metadata } = parse(textOf(item));
  return `${kind.toLowerCase()}/${metadata.name}`;
}

/** Of an entity ref: `domain/default/payments`. */
function pathOf(ref) {
  return ref.replace(':', '/');
}
