import { DATABASE } from './backend.mjs';
import { group } from './storedDecisions.mjs';

const VERIFICATION = '/api/autonomy/v1/audit-log/verification';

/** What a command that was carried out is called, by its kind. */
const ACTIONS = {
  vote: /^proposal-(voted|approved|rejected)$/,
  exemption: /^proposal-opened$/,
  grant: /^proposal-(opened|voted|approved)$/,
  'exemption-revocation': /^exemption-revoked$/,
  'grant-revocation': /^grant-revoked$/,
};

/**
 * Whether everything that was done was written down once, and nothing else; and whether the log is what it was.
 *
 * @param options.attempts - see sendDecisions.mjs
 */
export async function checkAuditTrail({ attempts, backend, checks, postgres }) {
  const { expect } = checks;
  const entries = await postgres.query(
    DATABASE,
    'select * from audit_log order by chain, sequence',
  );
  const chains = [...group(entries, ({ chain }) => chain)];
  for (const [chain, own] of chains) {
    const found = await verify(backend, chain);
    expect(
      found.intact && found.entries === own.length,
      `the chain ${chain} with ${own.length} entries: ${JSON.stringify(found)}`,
    );
  }
  checkEntries(expect, attempts, entries);
  await checkTampering({ backend, entries, expect, postgres });
  return { chains: chains.length, entries: entries.length };
}

/** One entry for each command that was accepted, at most one for what got no answer, and none for anything else. */
function checkEntries(expect, attempts, entries) {
  const withText = group(
    entries.map(entry => ({ ...entry, details: JSON.parse(entry.details) })),
    // The first vote of whoever moves something says why they move it.
    ({ details }) => details.comment ?? details.reason,
  );
  let explained = 0;
  for (const { body, kind, person, status } of attempts) {
    if (kind === 'withdrawal') continue;
    const text = body.comment ?? body.reason;
    const own = withText.get(text) ?? [];
    explained += own.length;
    const isRight = own.every(
      ({ action, actor_ref }) =>
        ACTIONS[kind].test(action) && actor_ref === person.ref,
    );
    const [least, most] =
      status === undefined ? [0, 1] : status < 300 ? [1, 1] : [0, 0];
    expect(
      isRight && own.length >= least && own.length <= most,
      `"${text}" was answered ${status} and has ${own.length} entries`,
    );
  }
  const withdrawn = group(
    entries.filter(({ action }) => action === 'proposal-withdrawn'),
    ({ details }) => JSON.parse(details).proposal,
  );
  for (const [proposal, own] of withdrawn) {
    explained += own.length;
    const asked = attempts.filter(
      ({ kind, proposalId }) =>
        kind === 'withdrawal' && proposalId === proposal,
    );
    expect(
      own.length === 1 &&
        asked.some(
          ({ person, status }) =>
            person.ref === own[0].actor_ref &&
            (status === undefined || status < 300),
        ),
      `the withdrawal of ${proposal} has ${own.length} entries`,
    );
  }
  for (const { kind, proposalId, status } of attempts) {
    if (kind === 'withdrawal' && status < 300) {
      expect(
        withdrawn.has(proposalId),
        `the withdrawal of ${proposalId} was accepted and has no entry`,
      );
    }
  }
  expect(
    explained === entries.length,
    `${entries.length} entries, of which ${explained} tell what was asked for`,
  );
}

/** Entries cannot be changed; whoever gets around that is found out. */
async function checkTampering({ backend, entries, expect, postgres }) {
  for (const statement of [
    `update audit_log set actor_ref = 'user:default/somebody'`,
    'delete from audit_log',
    'truncate audit_log',
  ]) {
    const refusal = await postgres
      .query(DATABASE, statement)
      .catch(error => error);
    expect(refusal instanceof Error, `"${statement}" is not refused`);
  }
  const victim = entries[Math.floor(entries.length / 2)];
  const { chain, sequence } = victim;
  await postgres.query(DATABASE, 'alter table audit_log disable trigger user');
  await postgres.query(
    DATABASE,
    `update audit_log set actor_ref = 'user:default/somebody' where chain = $1 and sequence = $2`,
    [chain, sequence],
  );
  await postgres.query(DATABASE, 'alter table audit_log enable trigger user');
  const found = await verify(backend, chain);
  expect(
    !found.intact && found.fault?.sequence === sequence,
    `entry ${sequence} of ${chain} was changed, and ${JSON.stringify(found)}`,
  );
}

async function verify(backend, chain) {
  const response = await backend.send(
    `${VERIFICATION}?chain=${encodeURIComponent(chain)}`,
  );
  return response.json();
}
