import type { AutonomyRouter, RouterOptions } from './types';

/**
 * @internal
 */
export function addNeedsRoutes(
  router: AutonomyRouter,
  { httpAuth, needs }: Pick<RouterOptions, 'httpAuth' | 'needs'>,
): void {
  router.get('/needs', async (req, res) => {
    // A service owns nothing and is on no board.
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    res.json(await needs.read({ credentials }));
  });
}
