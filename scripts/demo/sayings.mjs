import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { parse } from 'yaml';
import { Failure } from '../lib/console.mjs';
import { inRoot } from '../lib/root.mjs';

/** Audits of a quarter are opened in the background. */
const AUDITS_WITHIN = 60_000;

/**
 * How each kind of thing that people say is told to the API, in the order in which it is loaded: `read` gives what is
 * known of it (with `get`, as who says it), `isKnown` whether it was said already; `method`, `path` and `body` say it,
 * and `next` gives what others say to it, from the answer.
 */
export const SAYINGS = {
  Objectives: {
    read: (item, get) => get(`objectives/${pathOf(item.domainRef)}`),
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
    read: (item, get) => get(`attestations?entity=${item.entityRef}`),
    isKnown: (item, { items }) => items.some(isAlike(item, 'checkId')),
    method: 'POST',
    path: () => 'attestations',
    body: item => ({ items: [item] }),
  },
  ExemptionRequests: {
    read: (item, get) => get(`exemptions?entity=${item.entityRef}&limit=200`),
    isKnown: (item, { items }) => items.some(isAlike(item, 'checkId')),
    method: 'POST',
    path: () => 'exemptions',
    body: item => without(item, 'votes'),
    next: votesOn,
  },
  PolicyDocuments: {
    read: async (_, get) => [
      ...(await get('policy/drafts')).items,
      ...(await get('policy/versions')).items,
    ],
    isKnown: (item, documents) =>
      documents.some(
        ({ kind, name }) => `${kind}/${name}` === documentOf(item),
      ),
    method: 'POST',
    path: () => 'policy/drafts',
    body: item => ({ yaml: textOf(item) }),
    // Without a note it stays a draft.
    next: ({ from, note }, { id, revision }) =>
      note
        ? [
            {
              method: 'POST',
              path: `policy/drafts/${id}/publish`,
              body: { effectiveFrom: from, note, revision },
            },
          ]
        : [],
  },
  Grants: {
    read: (item, get) => get(`grants?entity=${item.entityRef}&limit=200`),
    isKnown: (item, { items }) => items.some(isAlike(item, 'area')),
    method: 'POST',
    path: () => 'grants',
    body: item => without(item, 'votes'),
    next: votesOn,
  },
  Plans: {
    read: (item, get) => get(`plans?entity=${item.entityRef}&limit=200`),
    isKnown: (item, { items }) => items.some(isAlike(item, 'title')),
    method: 'POST',
    path: () => 'plans',
    body: item => without(item, 'signatures'),
    next: ({ signatures = [] }, { id, revision }) =>
      signatures.map(({ as, comment }) => ({
        as,
        method: 'POST',
        path: `plans/${id}/sign`,
        body: { comment, revision },
      })),
  },
  AuditRatings: {
    read: readAudit,
    isKnown: ({ side }, { audit }) => audit.rated.includes(side),
    method: 'POST',
    path: (_, { audit }) => `audits/${audit.id}/ratings`,
    body: ({ note, ratings }, { recommended }) => ({
      note,
      ratings: { ...recommended, ...ratings },
    }),
  },
  AuditAgreements: {
    read: readAudit,
    isKnown: (_, { audit }) => audit.state !== 'comparing',
    method: 'POST',
    path: (_, { audit }) => `audits/${audit.id}/agreement`,
    body: ({ actions = [], agreed, summary }, { recommended }) => ({
      actions,
      agreed: { ...recommended, ...agreed },
      summary,
    }),
  },
};

function votesOn({ votes = [] }, { proposalId }) {
  return votes.map(({ as, comment, vote }) => ({
    as,
    method: 'POST',
    path: `proposals/${proposalId}/votes`,
    body: { comment, vote },
  }));
}

/** The audit of the quarter, as soon as it is open, and what the record recommends. */
async function readAudit({ entityRef }, get) {
  const since = Date.now();
  for (;;) {
    const { items } = await get(`audits?entity=${entityRef}&limit=1`);
    if (items.length > 0) {
      const { rights } = await get(`entities/${pathOf(entityRef)}`);
      const recommended = Object.fromEntries(
        rights.map(right => [right.area, right.recommended]),
      );
      return { audit: items[0], recommended };
    }
    if (Date.now() - since > AUDITS_WITHIN) {
      throw new Failure(`No audit of ${entityRef} was opened`);
    }
    await sleep(500);
  }
}

/** What others say to it is no part of it. */
function without(item, field) {
  return Object.fromEntries(
    Object.entries(item).filter(([key]) => key !== field),
  );
}

const isAlike = (item, field) => record => record[field] === item[field];

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
