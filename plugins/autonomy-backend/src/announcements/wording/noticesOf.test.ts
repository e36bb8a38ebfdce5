import type {
  CompiledPolicy,
  EvaluationEvent,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadPolicy } from '../../scorecards';
import {
  announcement,
  BOARD,
  DEMOTED,
  event,
  NOW,
  OWNER,
  PROMOTED,
} from '../__testUtils__/announcement';
import { noticesOf } from './noticesOf';

const DAY = 86_400_000;
const LEVEL_3 = 'level 3, “Expanded autonomy with feedback loops”';
const VULNERABILITY = 'guardrail “No known critical vulnerability”';
const SECRETS = 'guardrail “Secrets rotated within 90 days”';
const FIX_SECRETS =
  'How to fix it: Rotate through the vault; nothing should need a person to know a secret.';
const HIGH_AREAS =
  'Until it passes again, no more than “decide after a peer review” in Security and Infrastructure.';

const PAYMENTS = 'domain:default/payments';
const OVERLAY = `
apiVersion: aligned-autonomy/v1
kind: Overlay
metadata: { name: payments, domain: '${PAYMENTS}' }
spec:
  checks:
    - { id: secrets-rotated, mandatory: true }
  add:
    - role: guardrails
      checks:
        - id: card-data-encrypted
          title: Card data is encrypted
          areas: [data-access]
          effect: stop
          expression: security.cardDataEncrypted
`;

const secrets = (
  fields: Partial<Extract<EvaluationEvent, { kind: 'guardrail-changed' }>>,
) => event('guardrail-changed', { checkId: 'secrets-rotated', ...fields });

let policy: CompiledPolicy;
beforeAll(async () => {
  policy = await loadPolicy([]);
});

/** For whom, severity, topic, title and description. */
function told(...events: EvaluationEvent[]) {
  return noticesOf(announcement('a', events), policy).map(
    ({ payload, recipientRef }) => [
      recipientRef === OWNER ? 'owner' : 'board',
      payload.severity,
      payload.topic,
      payload.title,
      payload.description,
    ],
  );
}

describe('what people are told', () => {
  it.each<[string, EvaluationEvent, string, string, string, string, string]>([
    [
      'a fall',
      event('level-demoted', {
        from: 3,
        to: 2,
        cause: 'time',
        reasons: [
          { kind: 'check', ref: 'unheard-of' },
          { kind: 'readiness' },
          { kind: 'trust', ref: 'security' },
          { kind: 'guardrail', ref: 'no-critical-vulnerabilities' },
        ],
      }),
      'owner board',
      'high',
      'levels',
      'fell to level 2',
      `It fell from level 3 to level 2, “Low-risk autonomy”. Not met: “unheard-of”, readiness, trust in Security and the ${VULNERABILITY}. Decision rights follow the level. Cause: time went by.`,
    ],
    [
      'a rise',
      event('level-promoted', { from: 2, to: 3, cause: 'decision' }),
      'owner board',
      'normal',
      'levels',
      'rose to level 3',
      `It rose from level 2 to ${LEVEL_3}. Decision rights follow the level. Cause: a decision.`,
    ],
    [
      'a risk',
      event('level-at-risk', {
        level: 3,
        fallsAt: NOW + 14 * DAY,
        reasons: [{ kind: 'accountability' }],
      }),
      'owner',
      'high',
      'levels',
      'level 3 at risk',
      `It does not hold ${LEVEL_3}. Not met: accountability. It falls on 2026-06-15 12:00 UTC unless that is met again. Cause: new evidence.`,
    ],
    [
      'the end of a risk',
      event('level-recovered', { level: 3, cause: 'time' }),
      'owner',
      'low',
      'levels',
      'level 3 safe again',
      `It has held ${LEVEL_3} long enough again. Nothing falls. Cause: time went by.`,
    ],
    [
      'a proposal',
      event('proposal-opened', { level: 3, cause: 'time' }),
      'board',
      'normal',
      'proposals',
      'promotion to level 3 waits for the board',
      `It has held ${LEVEL_3} long enough. The board decides whether it is promoted. Cause: time went by.`,
    ],
    [
      'a proposal that lapsed',
      event('proposal-lapsed', { level: 3 }),
      'board',
      'low',
      'proposals',
      'proposal for level 3 lapsed',
      `It no longer holds ${LEVEL_3}. There is nothing to decide. Cause: new evidence.`,
    ],
    [
      'a rejection',
      event('proposal-rejected', { level: 3, cause: 'decision' }),
      'owner',
      'normal',
      'proposals',
      'promotion to level 3 rejected',
      `The board rejected the promotion to ${LEVEL_3}. It is proposed again after it was held for longer. Cause: a decision.`,
    ],
    [
      'a breach of a mandatory guardrail',
      event('guardrail-changed', {
        checkId: 'no-critical-vulnerabilities',
        from: 'at-risk',
        to: 'breached',
        cause: 'time',
      }),
      'owner board',
      'high',
      'guardrails',
      `${VULNERABILITY} breached`,
      `The ${VULNERABILITY} has failed for longer than its grace. Until it passes again, no more than “decide after a peer review” in Security and Deployment. It also bounds the level. How to fix it: Update the dependency, or remove the path that reaches it. Cause: time went by.`,
    ],
    [
      'a breach',
      secrets({ from: 'exempt', to: 'breached', cause: 'decision' }),
      'owner board',
      'normal',
      'guardrails',
      `${SECRETS} breached`,
      `The ${SECRETS} has failed for longer than its grace. ${HIGH_AREAS} ${FIX_SECRETS} Cause: a decision.`,
    ],
    [
      'a guardrail without facts',
      secrets({ from: 'at-risk', to: 'unknown', cause: 'time' }),
      'owner board',
      'normal',
      'guardrails',
      `${SECRETS} cannot be told`,
      `Whether the ${SECRETS} holds cannot be told for longer than its grace, which counts as breached. ${HIGH_AREAS} ${FIX_SECRETS} Cause: time went by.`,
    ],
    [
      'a guardrail at risk',
      secrets({ from: 'ok', to: 'at-risk' }),
      'owner',
      'normal',
      'guardrails',
      `${SECRETS} at risk`,
      `The ${SECRETS} fails, cannot be told, or passes on stale facts only. It takes effect after its grace. ${FIX_SECRETS} Cause: new evidence.`,
    ],
    [
      'a guardrail that recovers',
      secrets({ from: 'breached', to: 'at-risk' }),
      'owner',
      'low',
      'guardrails',
      `${SECRETS} passes again`,
      `The ${SECRETS} passes again. It is safe when it has passed for long enough. Cause: new evidence.`,
    ],
    [
      'a guardrail that is back',
      secrets({ from: 'at-risk', to: 'ok', cause: 'time' }),
      'owner',
      'low',
      'guardrails',
      `${SECRETS} holds again`,
      `The ${SECRETS} holds again. Cause: time went by.`,
    ],
    [
      'an exemption',
      secrets({ from: 'breached', to: 'exempt', cause: 'decision' }),
      'owner',
      'low',
      'guardrails',
      `${SECRETS} is exempt for a time`,
      `The ${SECRETS} is exempt for a time. Cause: a decision.`,
    ],
    [
      'a guardrail that was taken away',
      secrets({ from: 'unknown', to: undefined, cause: 'policy' }),
      'owner',
      'low',
      'guardrails',
      `${SECRETS} applies no more`,
      `The ${SECRETS} applies no more. Cause: a new policy.`,
    ],
    [
      'a narrower right',
      event('right-changed', {
        area: 'security',
        from: 3,
        to: 2,
        reasons: [
          { kind: 'trust', ref: 'security' },
          { kind: 'guardrail', ref: 'secrets-rotated' },
        ],
      }),
      'owner',
      'normal',
      'rights',
      'right in Security narrowed',
      `Decision rights narrowed: Security from “decide after a peer review” to “consult before deciding” (trust and ${SECRETS}). Cause: new evidence.`,
    ],
    [
      'a wider right',
      event('right-changed', {
        area: 'a-new-one',
        from: 1,
        to: 5,
        reasons: [{ kind: 'grant', ref: 'g1' }],
      }),
      'owner',
      'low',
      'rights',
      'right in a-new-one widened',
      'Decision rights widened: a-new-one from “ask first” to “decide alone” (a grant). Cause: new evidence.',
    ],
    [
      'a plan that worked',
      event('plan-ended', { planId: 'p-7', outcome: 'completed' }),
      'owner board',
      'low',
      'plans',
      'plan completed',
      'The plan p-7 ended with its criteria met. Its bound is lifted, and it counts as learning. Cause: new evidence.',
    ],
    [
      'a plan that nobody judged',
      event('plan-ended', { planId: 'p-7', outcome: 'lapsed', cause: 'time' }),
      'owner board',
      'normal',
      'plans',
      'plan lapsed',
      'The plan p-7 ended undecided. Its bound is lifted, and it does not count as learning. Cause: time went by.',
    ],
  ])('of %s', (_, change, audience, severity, topic, title, description) => {
    expect(told(change)).toEqual(
      audience
        .split(' ')
        .map(who => [who, severity, topic, `checkout: ${title}`, description]),
    );
  });

  it('is nothing of what makes no difference to them', () => {
    expect(
      told(
        event('readiness-changed', { from: 'ready', to: 'focus' }),
        secrets({ from: 'ok', to: 'exempt' }),
        secrets({ from: undefined, to: 'ok' }),
        event('right-changed', { area: 'security', from: undefined, to: 3 }),
      ),
    ).toEqual([]);
    expect(told()).toEqual([]);
    const nobody = { ownerRef: undefined, boardRef: undefined };
    expect(noticesOf(announcement('a', [DEMOTED], nobody), policy)).toEqual([]);
  });

  it('is one notification, the gravest first, each its own part', () => {
    const events = [
      event('level-demoted', { from: 3, to: 2, cause: 'policy' }),
      secrets({ from: 'ok', to: 'breached' }),
      ...['tooling', 'budget', 'security'].map(area =>
        event('right-changed', { area, from: 4, to: 2, cause: 'policy' }),
      ),
    ];
    const [owner, board] = told(...events);
    expect(owner[3]).toBe('checkout: fell to level 2, and 2 more');
    expect(owner[4]).toMatch(
      /^It fell .* The guardrail .* Decision rights narrowed: Tooling .*; Budget .*; Security .* Cause: a new policy and new evidence\.$/,
    );
    expect(board[3]).toBe('checkout: fell to level 2, and 1 more');
    expect(board[4]).not.toContain('Tooling');
    const both = announcement('a', events, { boardRef: OWNER });
    const notices = noticesOf(both, policy);
    expect(notices).toHaveLength(1);
    expect(notices[0]).toMatchObject({
      announcementId: 'a',
      recipientRef: OWNER,
      entityRef: 'component:default/checkout',
      summary: {
        category: 'level-demoted',
        isByPolicy: false,
        severity: 'high',
      },
      payload: {
        link: '/catalog/default/component/checkout/autonomy',
        scope: 'level component:default/checkout',
      },
    });
  });

  it('is what is so in the end, after much that came and went', () => {
    const risk = event('level-at-risk', { level: 3, fallsAt: NOW });
    expect(told(risk, event('level-recovered', { level: 3 }))).toEqual([]);
    expect(told(DEMOTED, PROMOTED)).toEqual([]);
    expect(
      told(
        secrets({ from: 'ok', to: 'at-risk' }),
        secrets({ from: 'at-risk', to: 'ok' }),
      ),
    ).toEqual([]);
    const lower = event('level-demoted', { from: 2, to: 1 });
    const [[, , , title, text]] = told(risk, DEMOTED, lower);
    expect(title).toBe('checkout: fell to level 1');
    expect(text).toMatch(/^It fell from level 3 to level 1, “Foundations”\./);
    const right = (from: 1 | 3 | 4, to: 1 | 3 | 4) =>
      event('right-changed', { area: 'security', from, to });
    const [widened] = told(right(3, 1), right(1, 4));
    expect(widened[3]).toBe('checkout: right in Security widened');
    expect(widened[4]).toContain(
      'from “decide after a peer review” to “decide, then',
    );
  });

  it('says that rights are only shown before they are enforced', () => {
    const enforcedFrom = NOW + DAY;
    const observing: CompiledPolicy = {
      ...policy,
      policy: {
        ...policy.policy,
        ladder: { ...policy.policy.ladder, enforcedFrom },
      },
      forDomains: () => observing,
    };
    const narrowed = event('right-changed', {
      area: 'security',
      from: 3,
      to: 2,
    });
    expect(
      noticesOf(announcement('a', [narrowed]), observing)[0].payload
        .description,
    ).toContain('Rights are shown, not enforced until 2026-06-02 12:00 UTC.');
  });

  it('has the words of the overlay of the domain', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'autonomy-'));
    const file = join(directory, 'payments.yaml');
    await writeFile(file, OVERLAY);
    const layered = await loadPolicy([file]);
    const breached = ['card-data-encrypted', 'secrets-rotated'].map(checkId =>
      event('guardrail-changed', { checkId, from: 'ok', to: 'breached' }),
    );
    const described = (domainRef?: string) =>
      noticesOf(announcement('a', breached, { domainRef }), layered)[0].payload;
    // One further down has an overlay of its domain's parents, which is not told.
    for (const domainRef of [PAYMENTS, 'domain:default/cards']) {
      expect(described(domainRef)).toMatchObject({
        severity: 'high',
        description: expect.stringMatching(
          /“Card data is encrypted” .* no more than “ask first” in Data access\./,
        ),
      });
    }
    expect(described(PAYMENTS).description).toContain(
      'It also bounds the level',
    );
    await rm(directory, { recursive: true });
  });

  it('is plain text on one line and cut, whatever an entity is called', () => {
    const hostile = '<script>alert(1)</script> <!channel>\n\u202egnp.exe\r\n';
    const [{ payload, summary }] = noticesOf(
      announcement('a', [DEMOTED], { title: hostile + 'x'.repeat(10_000) }),
      policy,
    );
    expect(payload.title).toMatch(
      /^‹script›alert\(1\)‹\/script› ‹!channel› gnp\.exe x+…: fell to level 2$/,
    );
    expect(summary.name).toHaveLength(80);
    const id = '<b>\u0000'.repeat(3_000);
    const [{ payload: long }] = noticesOf(
      announcement(
        'a',
        Array.from({ length: 40 }, (_, i) =>
          event('guardrail-changed', {
            checkId: i + id,
            from: 'ok',
            to: 'breached',
          }),
        ),
        { namespace: '../..', name: 'a b?#<', title: '\u0000\n' },
      ),
      policy,
    );
    expect(long.title!.length).toBeLessThanOrEqual(200);
    expect(long.title).toMatch(/^a b\?#‹: guardrail “0‹b› ‹b›/);
    expect(long.description!.length).toBeLessThanOrEqual(1_050);
    expect(long.description).toMatch(/… Cause: new evidence\.$/);
    expect(long.scope!.length).toBeLessThanOrEqual(255);
    expect(long.link).toBe(
      '/catalog/..%2F../component/a%20b%3F%23%3C/autonomy',
    );
    expect(`${long.title}${long.description}`).not.toMatch(/[<>\p{Cc}]/u);
  });

  it('goes to the board of a person’s entity too', () => {
    const owned = { ownerRef: 'user:default/robin' };
    expect(
      noticesOf(announcement('a', [DEMOTED], owned), policy).map(
        ({ recipientRef }) => recipientRef,
      ),
    ).toEqual(['user:default/robin', BOARD]);
  });
});
