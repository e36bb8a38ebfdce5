import { createExtensionTester } from '@backstage/frontend-test-utils';
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { entityAutonomyRollUpCard } from './rollUpCards';

describe('entityAutonomyRollUpCard', () => {
  it('is beside the contents of groups, systems and domains, and of nothing else', () => {
    const card = createExtensionTester(entityAutonomyRollUpCard);
    const applies = card.get(EntityCardBlueprint.dataRefs.filterFunction);

    expect(card.get(EntityCardBlueprint.dataRefs.type)).toBe('content');
    expect(
      ['Group', 'System', 'Domain', 'Component', 'User'].filter(kind =>
        applies?.({
          apiVersion: 'backstage.io/v1alpha1',
          kind,
          metadata: { name: 'x' },
        }),
      ),
    ).toEqual(['Group', 'System', 'Domain']);
  });
});
