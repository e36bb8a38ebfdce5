import {
  autonomyIncidentSourcesExtensionPoint,
  type IncidentSourceType,
} from '@aligned-autonomy/backstage-plugin-autonomy-node';
import { startTestBackend } from '@backstage/backend-test-utils';
import autonomyModulePagerduty from './index';

describe('autonomyModulePagerduty', () => {
  it('adds its type of sources', async () => {
    const types: IncidentSourceType[] = [];
    const backend = await startTestBackend({
      extensionPoints: [
        [
          autonomyIncidentSourcesExtensionPoint,
          { addIncidentSourceType: type => void types.push(type) },
        ],
      ],
      features: [autonomyModulePagerduty],
    });
    expect(types.map(({ type }) => type)).toEqual(['pagerduty']);
    await backend.stop();
  });
});
