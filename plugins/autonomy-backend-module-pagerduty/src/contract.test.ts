import { incidentSourceContract } from '@aligned-autonomy/backstage-plugin-autonomy-node/testUtils';
import { mockServices } from '@backstage/backend-test-utils';
import { fixture, fixtureNames, signature } from './__testUtils__';
import { pagerDutySourceType } from './pagerDutySourceType';

const SECRET = 'the-secret-in-use-now';

incidentSourceContract({
  create: () =>
    pagerDutySourceType.create({
      id: 'pagerduty',
      config: mockServices.rootConfig({ data: { secrets: [SECRET] } }),
      logger: mockServices.logger.mock(),
    }),
  sign: body => ({ 'x-pagerduty-signature': signature(body, SECRET) }),
  deliveries: Object.fromEntries(
    fixtureNames.map(name => [name, fixture(name)]),
  ),
});
