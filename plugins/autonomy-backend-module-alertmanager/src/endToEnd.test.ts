import {
  describeWithAlertmanager,
  startAlertmanager,
  startPortal,
  type Portal,
  type RunningAlertmanager,
} from './__testUtils__';

const TOKEN = 'a-token-of-the-test-0123456789abcdef';
const LABELS = {
  alertname: 'PaymentErrors',
  job: 'payments-api',
  severity: 'critical',
  area: 'deployment',
};
/** While something critical is open, nobody operates alone. */
const SCORECARD = `
apiVersion: aligned-autonomy/v1
kind: Scorecard
metadata: { name: crisis, title: In a crisis }
spec:
  role: guardrails
  checks:
    - id: no-crisis
      title: Nothing critical is open
      risk: Changes during a crisis make it longer.
      areas: [operations]
      effect: stop
      grace: P0D
      expression: incidents.openCritical == 0
`;

jest.setTimeout(120_000);

describeWithAlertmanager('a real Alertmanager and the suite', () => {
  let alertmanager: RunningAlertmanager | undefined;
  let portal: Portal | undefined;

  afterEach(async () => {
    await alertmanager?.stop();
    await portal?.stop();
  });

  it('narrow an area while an alert fires, and no longer', async () => {
    portal = await startPortal({ token: TOKEN, scorecard: SCORECARD });
    alertmanager = await startAlertmanager({
      url: portal.webhookUrl,
      token: TOKEN,
    });
    const { evaluation, until } = portal;
    const crisis = (all: any) =>
      all?.guardrails.guardrails.find(
        ({ check }: any) => check.id === 'no-crisis',
      );
    const right = (all: any, area: string) =>
      all.rights.find((each: any) => each.area === area).effective;
    const trust = (all: any, area: string) =>
      all.trust.find((each: any) => each.area === area).value;

    await alertmanager.fire({ alertname: 'Watchdog' });
    const before = await until(evaluation, all => crisis(all)?.status === 'ok');
    expect(before.evidence.sources).toMatchObject([
      { source: 'main', state: 'heard' },
    ]);

    await alertmanager.fire(LABELS, { summary: 'Payments fail' });
    const during = await until(
      evaluation,
      all => crisis(all)?.status === 'breached',
    );
    expect(right(before, 'operations')).toBeGreaterThan(1);
    expect(right(during, 'operations')).toBe(1);
    expect(trust(during, 'deployment')).toBeLessThan(
      trust(before, 'deployment'),
    );

    await alertmanager.resolve(LABELS);
    const after = await until(evaluation, all => crisis(all)?.status === 'ok');
    expect(right(after, 'operations')).toBe(right(before, 'operations'));
    expect(trust(after, 'operations')).toBeCloseTo(
      trust(before, 'operations'),
      3,
    );
    // What was lost is earned again with time, and not with the end of the alert.
    expect(trust(after, 'deployment')).toBeCloseTo(
      trust(during, 'deployment'),
      3,
    );
  });
});
