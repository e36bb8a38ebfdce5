import type { ApiRouter } from '@backstage/backend-openapi-utils';
import type { spec } from '../../schema/openapi/generated/router';

/**
 * The typed router that the OpenAPI document makes.
 *
 * @internal
 */
export type AutonomyRouter = ApiRouter<typeof spec>;
