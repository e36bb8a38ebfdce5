import { parsePolicyFile } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  isDocumentName,
  nameOf,
  newOverlayText,
  newScorecardText,
} from './newTexts';

describe('what new documents begin with', () => {
  it.each(['guardrails', 'readiness', 'levels', 'accountability'] as const)(
    'is a scorecard without mistakes: %s',
    role => {
      const text = newScorecardText({
        name: 'data-protection',
        title: 'Data: "protected" # always',
        role,
        firstCheck: { title: 'Asked: yes', risk: '- lost' },
      });

      expect(parsePolicyFile(text, 'new').issues).toEqual([]);
      expect(parsePolicyFile(text, 'new').documents).toMatchObject([
        { name: 'data-protection', value: { role } },
      ]);
    },
  );

  it('is an overlay without mistakes', () => {
    const text = newOverlayText({
      name: 'payments',
      title: 'Payments',
      domain: 'domain:default/payments',
    });

    expect(parsePolicyFile(text, 'new')).toMatchObject({
      issues: [],
      documents: [{ value: { domain: 'domain:default/payments' } }],
    });
  });

  it('has a name made of its title', () => {
    expect(nameOf('  Qualität & Kosten (2026) ')).toBe('qualitat-kosten-2026');
    expect(nameOf('???')).toBe('');
    expect(isDocumentName(nameOf('a'.repeat(100)))).toBe(true);
    expect(isDocumentName('-a')).toBe(false);
    expect(isDocumentName('A')).toBe(false);
  });
});
