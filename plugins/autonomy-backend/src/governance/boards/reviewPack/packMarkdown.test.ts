import { createPack, createProposal } from './__testUtils__/createPack';
import { packMarkdown } from './packMarkdown';

const POLICY = { areas: [] };

describe('packMarkdown', () => {
  it('tells what a board did, and of no person', () => {
    const text = packMarkdown(createPack(), POLICY);
    expect(text).toMatch(/^# Review of Payments Board, 2026-Q4\n\n/);
    expect(text).toContain(
      '| Payments | Every payment arrives once | 4 | 1, 2, 1, 0 | 1 | 2 | 0 | 12.5 % | 10 % |',
    );
    expect(text).toContain(
      '| 2026-10-03 | Exemption | Ledger | Structured logs | approved | Until the library is replaced |',
    );
    expect(text).toContain('## Open\n\nNone.');
    expect(text).toContain(
      'Decisions: 1. Figures need at least 5 decisions by 2 signers.',
    );
    expect(text).toContain(
      '| More is exempt than the policy allows | Payments | domain:default/payments |',
    );
    expect(text).not.toContain('user:');
  });

  it('shows the figures where there are enough', () => {
    const text = packMarkdown(
      createPack({
        isCut: true,
        statistics: {
          boardRef: 'group:default/board',
          from: 0,
          to: 1,
          decisions: 8,
          isWithheld: false,
          approvedShare: 0.75,
          medianMinutes: 90,
          lapsed: 1,
          overdue: 0,
          neverFailing: [{ checkId: 'a', title: 'Backups' }],
          byMatter: [{ matter: 'grant', decisions: 8, approved: 6 }],
        },
      }),
      POLICY,
    );
    expect(text).toContain('Some lists are cut.');
    expect(text).toContain('| Approved | 75 % |');
    expect(text).toContain('| Median hours until a decision | 1.5 |');
    expect(text).toContain('| Guardrails that nobody fails | Backups |');
    expect(text).toContain('| Grant | 6 of 8 approved |');
    expect(text).not.toContain('renewals');
  });

  it('takes every text for a text', () => {
    const hostile =
      'a | b\n## Heading <script>alert(1)</script> [x](javascript:y) `c` ![i](z) \\';
    const content = {
      ...createProposal().content,
      title: hostile,
    } as ReturnType<typeof createProposal>['content'];
    const lines = packMarkdown(
      createPack({
        title: hostile,
        decided: [createProposal({ content, entityTitle: hostile })],
      }),
      POLICY,
    ).split('\n');
    const row = lines.find(line => line.startsWith('| 2026-10-03'))!;
    // Six cells, whatever is in them.
    expect(row.match(/(?<!\\)\|/g)).toHaveLength(7);
    expect(row).not.toMatch(/(?<!\\)[<[`]/);
    expect(lines.filter(line => line.startsWith('## '))).toHaveLength(7);
    expect(lines[0]).not.toMatch(/(?<!\\)</);
  });
});
