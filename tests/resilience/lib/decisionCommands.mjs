import { componentRef, PEOPLE, sidesOf } from './boards.mjs';
import { below, oneOf } from './random.mjs';

const DAY_MS = 86_400_000;
/** So many of the last proposals are voted on mostly. */
const RECENT = 12;

/** Out of a hundred commands. */
const KINDS = [
  ['vote', 52],
  ['exemption', 16],
  ['grant', 12],
  ['withdrawal', 8],
  ['exemption-revocation', 6],
  ['grant-revocation', 6],
];

/**
 * Commands of people about what boards decide, at random: most can be done, many are refused.
 *
 * @param options.subjects - of each component: `checks` that it does not meet, and its `rights`
 */
export function createCommands({ random, subjects }) {
  const known = { exemptions: [], grants: [], proposals: [] };

  const recent = list =>
    random() < 0.85 ? oneOf(random, list.slice(-RECENT)) : oneOf(random, list);
  /** Mostly somebody of a group; otherwise anybody. */
  const somebodyOf = groups => {
    const fitting = PEOPLE.filter(person =>
      person.groups.some(group => groups.includes(group)),
    );
    return oneOf(random, random() < 0.9 && fitting.length ? fitting : PEOPLE);
  };

  const make = {
    exemption(marker) {
      const n = below(random, subjects.length);
      return {
        person: somebodyOf([sidesOf(n).ownerRef]),
        path: '/exemptions',
        body: {
          entityRef: componentRef(n),
          checkId: oneOf(random, subjects[n].checks),
          reason: `Needed for ${marker}`,
          expiresAt: inDays(random),
        },
      };
    },
    grant(marker) {
      const n = below(random, subjects.length);
      const { ownerRef, boardRef } = sidesOf(n);
      const { area, recommended } = oneOf(random, subjects[n].rights);
      const lifts = recommended === 1 || (recommended < 5 && random() < 0.7);
      return {
        person: somebodyOf([random() < 0.5 ? ownerRef : boardRef]),
        path: '/grants',
        body: {
          entityRef: componentRef(n),
          area,
          right: recommended + (lifts ? 1 : -1),
          reason: `Needed for ${marker}`,
          expiresAt: inDays(random),
          ...(lifts && random() < 0.3 && { trial: { failsFrom: 'high' } }),
        },
      };
    },
    vote(marker) {
      const proposal = recent(known.proposals);
      return {
        proposalId: proposal.id,
        person: somebodyOf([proposal.boardRef]),
        path: `/proposals/${proposal.id}/votes`,
        body: {
          vote: random() < 0.7 ? 'approve' : 'reject',
          comment: `Said with ${marker}`,
        },
      };
    },
    withdrawal() {
      const proposal = recent(known.proposals);
      return {
        proposalId: proposal.id,
        person: somebodyOf([proposal.ownerRef]),
        path: `/proposals/${proposal.id}/withdraw`,
        body: {},
      };
    },
    'exemption-revocation': marker => revoke('exemptions', marker),
    'grant-revocation': marker => revoke('grants', marker),
  };
  const needs = {
    vote: 'proposals',
    withdrawal: 'proposals',
    'exemption-revocation': 'exemptions',
    'grant-revocation': 'grants',
  };

  function revoke(kind, marker) {
    const { boardRef, id } = recent(known[kind]);
    return {
      person: somebodyOf([boardRef]),
      path: `/${kind}/${id}/revoke`,
      body: { reason: `Revoked by ${marker}` },
    };
  }

  return {
    /** @param marker - a word of its own that is kept with whatever the command writes */
    next(marker) {
      let kind = kindAt(random() * 100);
      if (needs[kind] && known[needs[kind]].length === 0) {
        kind = 'exemption';
      }
      return { kind, marker, ...make[kind](marker) };
    },
    /** What was opened can be voted on from now on, and revoked when it is decided. */
    note(kind, { boardRef: board, entityRef, id, proposalId }) {
      const n = Number(entityRef.split('-').at(-1));
      const sides = sidesOf(n);
      const boardRef = board ?? sides.boardRef;
      known.proposals.push({ ...sides, boardRef, id: proposalId });
      known[kind === 'grant' ? 'grants' : 'exemptions'].push({ boardRef, id });
    },
  };
}

function kindAt(percent) {
  let sum = 0;
  return KINDS.find(([, share]) => (sum += share) > percent)?.[0] ?? 'vote';
}

const inDays = random =>
  new Date(Date.now() + (1 + below(random, 60)) * DAY_MS).toISOString();
