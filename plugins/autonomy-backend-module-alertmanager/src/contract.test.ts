import { incidentSourceContract } from '@aligned-autonomy/backstage-plugin-autonomy-node/testUtils';
import { createSource, readFixture } from './__testUtils__';

const TOKEN = 'a-token-of-the-test-0123456789abcdef';

incidentSourceContract({
  create: () => createSource({ tokens: [TOKEN] }),
  sign: () => ({ authorization: `Bearer ${TOKEN}` }),
  deliveries: Object.fromEntries(
    ['firing', 'grouped', 'resolved', 'watchdog'].map(name => [
      name,
      JSON.stringify(readFixture(name)),
    ]),
  ),
});
