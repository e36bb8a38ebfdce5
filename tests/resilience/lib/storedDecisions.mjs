import { DATABASE } from './backend.mjs';
import { PEOPLE, sidesOf } from './boards.mjs';

const FINAL = new Set(['approved', 'rejected', 'withdrawn', 'lapsed']);
const groupsOf = new Map(PEOPLE.map(({ groups, ref }) => [ref, groups]));

/**
 * Whether what is stored is what was answered: nothing lost, nothing twice, nothing that nobody decided.
 *
 * @param options.attempts - see sendDecisions.mjs
 * @returns figures
 */
export async function checkDecisions({ attempts, checks, postgres }) {
  const read = sql => postgres.query(DATABASE, sql);
  const stored = {
    proposals: await read('select * from proposals order by id'),
    votes: await read('select * from proposal_votes'),
    requests: await read('select * from exemption_requests'),
    exemptions: await read('select * from exemptions'),
    grants: await read('select * from grants'),
  };
  const accepted = attempts.filter(({ status }) => status < 300);
  const refused = attempts.filter(({ status }) => status >= 400);
  const context = { accepted, expect: checks.expect, refused, stored };
  checkVotes(context);
  checkBallots(context);
  await checkOpenings(context, read);
  checkExemptions(context);
  checkGrants(context);
  checkRevocations(context);
  const states = count(stored.proposals, ({ state }) => state);
  return {
    proposals: stored.proposals.length,
    states,
    votes: stored.votes.length,
    exemptions: stored.exemptions.length,
    grants: stored.grants.filter(({ outcome }) => outcome === 'approved')
      .length,
    revoked: [...stored.exemptions, ...stored.grants].filter(
      // What is taken back is noted in the same column.
      row => row.revoked_at !== null && row.outcome !== 'withdrawn',
    ).length,
  };
}

/** What was answered is there once; what was refused is not there. */
function checkVotes({ accepted, expect, refused, stored }) {
  const byComment = group(stored.votes, ({ comment }) => comment);
  for (const { answer, body, person, proposalId } of votesOf(accepted)) {
    const rows = byComment.get(body.comment) ?? [];
    const isStored =
      rows.length === 1 &&
      rows[0].proposal_id === proposalId &&
      rows[0].voter_ref === person.ref &&
      rows[0].vote === body.vote;
    expect(
      isStored && answer.id === proposalId,
      `the vote "${body.comment}" was accepted and is stored ${rows.length} times`,
    );
  }
  for (const { body, status } of votesOf(refused)) {
    expect(
      !byComment.has(body.comment),
      `the vote "${body.comment}" was refused with ${status} and is stored`,
    );
  }
}

const votesOf = attempts => attempts.filter(({ kind }) => kind === 'vote');

/** Who voted may, and what is decided has the votes that it needs. */
function checkBallots({ expect, stored }) {
  const votes = group(stored.votes, row => row.proposal_id);
  for (const proposal of stored.proposals) {
    const { board_ref, entity_ref, id, is_request, opened_by, quorum, state } =
      proposal;
    const { ownerRef } = sidesOf(Number(entity_ref.split('-').at(-1)));
    const cast = votes.get(id) ?? [];
    for (const { voter_ref: voter } of cast) {
      const groups = groupsOf.get(voter) ?? [];
      expect(
        groups.includes(board_ref) && !groups.includes(ownerRef),
        `${voter} voted on ${id} without belonging to ${board_ref} alone`,
      );
      expect(
        !is_request || voter !== opened_by,
        `${voter} voted on what they asked for`,
      );
    }
    const approvals = cast.filter(({ vote }) => vote === 'approve').length;
    const rejections = cast.length - approvals;
    expect(
      state === 'open' || FINAL.has(state),
      `${id} is in no known state: ${state}`,
    );
    expect(
      state !== 'approved' || (approvals >= quorum && approvals > rejections),
      `${id} is approved with ${approvals} of ${quorum} votes`,
    );
    expect(
      state !== 'rejected' || rejections > 0,
      `${id} is rejected by nobody`,
    );
  }
}

/** What was opened is there once, and no two were open about the same at any time. */
async function checkOpenings({ accepted, expect, refused, stored }, read) {
  const overlaps = await read(`
    select a.id, b.id as other from proposals a join proposals b
      on a.entity_ref = b.entity_ref and a.matter = b.matter and a.subject = b.subject and a.id < b.id
      where b.opened_at < coalesce(a.decided_at, b.opened_at + 1)
        and a.opened_at < coalesce(b.decided_at, a.opened_at + 1)`);
  expect(
    overlaps.length === 0,
    `${overlaps.length} pairs of proposals about the same were open at once`,
  );
  const rows = {
    exemption: group(stored.requests, ({ reason }) => reason),
    grant: group(stored.grants, ({ reason }) => reason),
  };
  const proposals = group(stored.proposals, ({ reason }) => reason);
  for (const [kind, byReason] of Object.entries(rows)) {
    for (const { answer, body } of of(accepted, kind)) {
      const own = byReason.get(body.reason) ?? [];
      const asked = proposals.get(body.reason) ?? [];
      const isStored =
        own.length === 1 &&
        own[0].id === answer.id &&
        asked.length === 1 &&
        asked[0].id === answer.proposalId;
      expect(
        isStored,
        `the ${kind} "${body.reason}" is stored ${own.length} times with ${asked.length} proposals`,
      );
    }
    for (const { body, status } of of(refused, kind)) {
      expect(
        !byReason.has(body.reason) && !proposals.has(body.reason),
        `the ${kind} "${body.reason}" was refused with ${status} and is stored`,
      );
    }
  }
  for (const { proposalId } of of(accepted, 'withdrawal')) {
    const proposal = stored.proposals.find(({ id }) => id === proposalId);
    expect(
      proposal?.state === 'withdrawn',
      `${proposalId} was withdrawn and is ${proposal?.state}`,
    );
  }
}

const of = (attempts, wanted) => attempts.filter(({ kind }) => kind === wanted);

/** Each approval has one exemption, from then on; and there are no others. */
function checkExemptions({ expect, stored }) {
  const requests = group(stored.requests, row => row.proposal_id);
  const exemptions = new Map(stored.exemptions.map(row => [row.id, row]));
  const approved = new Set();
  for (const { decided_at, id, state } of about(stored, 'exemption')) {
    const own = requests.get(id) ?? [];
    const [request] = own;
    const expected = {
      open: request && !request.decision && request.withdrawn_at === null,
      approved: request?.decision === 'approved',
      rejected: request?.decision === 'denied',
      withdrawn: request?.withdrawn_at !== null && !request?.decision,
      lapsed: request?.decision === 'lapsed',
    };
    expect(
      own.length === 1 && expected[state],
      `${id} is ${state}, and its request ${request?.decision ?? 'undecided'}`,
    );
    const exemption = exemptions.get(request?.exemption_id);
    if (state === 'approved') {
      approved.add(request?.exemption_id);
      expect(
        exemption !== undefined &&
          Number(exemption.from_at) >= Number(decided_at) &&
          Number(exemption.expires_at) > Number(exemption.from_at),
        `${id} is approved and exempts from nothing since then`,
      );
    } else {
      expect(
        exemption === undefined,
        `${id} is ${state}, and there is an exemption`,
      );
    }
  }
  for (const { id } of stored.exemptions) {
    expect(approved.has(id), `nobody approved the exemption ${id}`);
  }
  expect(
    approved.size === stored.exemptions.length,
    `${stored.exemptions.length} exemptions of ${approved.size} approvals`,
  );
}

/** Each decision has its grant, which has an effect from then on, or none. */
function checkGrants({ expect, stored }) {
  const grants = group(stored.grants, row => row.proposal_id);
  const proposals = about(stored, 'grant');
  for (const { decided_at, id, state } of proposals) {
    const own = grants.get(id) ?? [];
    const outcome = own[0]?.outcome ?? 'open';
    expect(
      own.length === 1 && outcome === state,
      `${id} is ${state}, and its grant ${outcome} (${own.length})`,
    );
    const from = own[0]?.from_at;
    expect(
      state === 'approved'
        ? from !== null && Number(from) >= Number(decided_at)
        : from === null,
      `the grant of ${id}, which is ${state}, has an effect from ${from}`,
    );
  }
  expect(
    stored.grants.length === proposals.length,
    `${stored.grants.length} grants of ${proposals.length} proposals`,
  );
}

const about = ({ proposals }, wanted) =>
  proposals.filter(({ matter }) => matter === wanted);

/** What was revoked is so by whoever was told so. */
function checkRevocations({ accepted, expect, refused, stored }) {
  const rows = {
    'exemption-revocation': stored.exemptions,
    'grant-revocation': stored.grants,
  };
  for (const [kind, all] of Object.entries(rows)) {
    const byReason = group(all, row => row.revoked_reason);
    for (const { body, person } of of(accepted, kind)) {
      const own = byReason.get(body.reason) ?? [];
      expect(
        own.length === 1 && own[0].revoked_by === person.ref,
        `"${body.reason}" was accepted and is stored ${own.length} times`,
      );
    }
    for (const { body } of of(refused, kind)) {
      expect(
        !byReason.has(body.reason),
        `"${body.reason}" was refused and is stored`,
      );
    }
  }
}

/** In lists by key. @returns {Map} */
export function group(rows, keyOf) {
  const groups = new Map();
  for (const row of rows) {
    const key = keyOf(row);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return groups;
}

/** How many there are of each. */
export const count = (rows, keyOf) =>
  Object.fromEntries(
    [...group(rows, keyOf)].map(([key, all]) => [key, all.length]).sort(),
  );
