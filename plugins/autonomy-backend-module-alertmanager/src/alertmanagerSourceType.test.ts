import { autonomyIncidentSourcesExtensionPoint } from '@aligned-autonomy/backstage-plugin-autonomy-node';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import autonomyModuleAlertmanager from '.';
import { createSource } from './__testUtils__';
import { alertmanagerSourceType } from './alertmanagerSourceType';

const TOKEN = 'a'.repeat(32);

describe('alertmanagerSourceType', () => {
  it('is added by the module', async () => {
    const addIncidentSourceType = jest.fn();
    const backend = await startTestBackend({
      extensionPoints: [
        [autonomyIncidentSourcesExtensionPoint, { addIncidentSourceType }],
      ],
      features: [autonomyModuleAlertmanager],
    });
    expect(addIncidentSourceType.mock.calls).toEqual([
      [alertmanagerSourceType],
    ]);
    await backend.stop();
  });

  it('has a webhook where it has tokens, and says so where it has none', () => {
    const logger = mockServices.logger.mock();
    expect(createSource({ tokens: [TOKEN] }, logger).webhook).toBeDefined();
    expect(logger.warn).not.toHaveBeenCalled();

    const source = createSource({}, logger);
    expect(source.webhook).toBeUndefined();
    expect(source.poller).toBeUndefined();
    expect(logger.warn).toHaveBeenCalledWith(
      "The incident source 'main' has no tokens, so it has no webhook and hears nothing",
    );
  });

  it.each([
    [
      { tokens: [] },
      'tokens: expected at least one token, found an empty list',
    ],
    [
      { tokens: [TOKEN, 'b'.repeat(31)] },
      'tokens[1]: expected 32 to 1000 visible ASCII characters, found 31 characters',
    ],
    [
      { tokens: [`${TOKEN} b`] },
      'tokens[0]: expected 32 to 1000 visible ASCII',
    ],
    [{ tokens: [`${TOKEN}é`] }, 'tokens[0]: expected 32 to 1000 visible ASCII'],
    [{ tokens: ['a'.repeat(1_001)] }, 'tokens[0]: expected 32 to 1000'],
    [{ tokens: TOKEN }, 'tokens: '],
    [{ tokens: [1] }, 'tokens: '],
    [{ heartbeat: 'Watchdog' }, 'heartbeat.alertname: '],
    [{ heartbeat: { alertname: 7 } }, 'heartbeat.alertname: '],
    [{ heartbeat: { alertname: '' } }, 'heartbeat.alertname: '],
  ])('%#: a mistake stops the start with its path', (settings, message) => {
    expect(() => createSource(settings)).toThrow(
      `Invalid configuration at autonomy.incidents.sources.main.${message}`,
    );
    expect(() => createSource(settings)).not.toThrow(TOKEN);
  });
});
