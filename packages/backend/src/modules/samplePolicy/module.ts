import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { decide } from './decide';

/** What the sample organisation's people may see and do; see `decide`. */
export const permissionModuleSamplePolicy = createBackendModule({
  pluginId: 'permission',
  moduleId: 'sample-policy',
  register(env) {
    env.registerInit({
      deps: {
        policy: policyExtensionPoint,
        userInfo: coreServices.userInfo,
      },
      async init({ policy, userInfo }) {
        policy.setPolicy({
          async handle({ permission }, user) {
            const info = user && (await userInfo.getUserInfo(user.credentials));
            return decide(permission, info?.ownershipEntityRefs);
          },
        });
      },
    });
  },
});
