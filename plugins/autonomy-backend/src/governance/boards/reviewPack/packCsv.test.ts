import { createPack, createProposal } from './__testUtils__/createPack';
import { packCsv } from './packCsv';

const POLICY = { areas: [] };

describe('packCsv', () => {
  it('is one table, whose rows say what they are, and of no person', () => {
    const text = packCsv(
      createPack({ open: [createProposal({ state: 'open' })] }),
      POLICY,
    );
    const [header, ...rows] = text.trimEnd().split('\r\n');
    expect(header.startsWith('part,domain,entity,kind,about,state')).toBe(true);
    expect(rows.map(row => row.split(',')[0])).toEqual([
      'domain',
      'decided',
      'open',
      'plan',
      'audit',
      'finding',
    ]);
    expect(rows[1]).toBe(
      'decided,domain:default/payments,component:default/ledger,exemption,Structured logs,approved,2026-10-02T00:00:00.000Z,2026-10-03T00:00:00.000Z,1,0,Until the library is replaced,,,,,,,,,,,,',
    );
    for (const row of rows) {
      expect(row.split(',')).toHaveLength(header.split(',').length);
    }
    expect(text).not.toContain('user:');
  });

  it.each(['=1+1', '+1', '-1', '@x', '\tx', '\rx'])(
    'makes the formula %j harmless',
    title => {
      const [plan] = createPack().plans;
      const text = packCsv(createPack({ plans: [{ ...plan, title }] }), POLICY);
      expect(text).toContain(`'${title}`);
    },
  );

  it('keeps what is in a cell in it', () => {
    const [plan] = createPack().plans;
    const title = 'a,"b"\nfinding,c';
    const text = packCsv(createPack({ plans: [{ ...plan, title }] }), POLICY);
    expect(text).toContain('"a,""b""\nfinding,c"');
  });
});
