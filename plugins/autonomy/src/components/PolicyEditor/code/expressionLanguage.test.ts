import { diagnosticsOf } from './expressionLanguage';

const KNOWLEDGE = { use: 'check', facts: [], schemas: {} } as const;

describe('diagnosticsOf', () => {
  it('marks what is wrong', () => {
    expect(diagnosticsOf('1 +', { ...KNOWLEDGE, facts: [] })).not.toEqual([]);
  });

  it.each(['', '  \n'])('says nothing of %j: nothing stands there', source => {
    expect(diagnosticsOf(source, { ...KNOWLEDGE, facts: [] })).toEqual([]);
  });
});
