import {
  readListQuery,
  writeListQuery,
} from '../../EntitiesOverview/listQuery';
import { checkQuery } from './checkQueries';

describe('checkQuery', () => {
  const guardrail = { id: 'own', role: 'guardrails' as const };
  const item = { id: 'own', role: 'readiness' as const };

  it('is understood by the list, with the domain of an overlay', () => {
    const query = checkQuery({ ...guardrail, domain: 'domain:x/y' }, 'fail');

    expect(readListQuery(writeListQuery(query!))).toMatchObject({
      domain: ['domain:x/y'],
      guardrail: 'own',
      guardrailState: ['breached', 'at-risk'],
    });
    expect(
      readListQuery(writeListQuery(checkQuery(item, 'announced')!)),
    ).toMatchObject({ readinessItem: 'own', readinessState: ['announced'] });
  });

  it('leads nowhere where the list has no such filter', () => {
    expect(checkQuery(guardrail, 'announced')).toBeUndefined();
    expect(checkQuery({ id: 'own', role: 'levels' }, 'pass')).toBeUndefined();
  });
});
