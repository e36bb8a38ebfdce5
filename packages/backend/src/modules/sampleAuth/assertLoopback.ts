import { Config } from '@backstage/config';

const LOOPBACK_HOSTS = ['127.0.0.1', '::1', 'localhost'];

/**
 * Sample users sign in without a password, so nobody but this machine may
 * reach the backend that offers them.
 *
 * Only the object form of `backend.listen` is accepted: in its string form a
 * missing host would mean all interfaces.
 *
 * @throws Error if `backend.listen.host` is missing or is not a loopback address
 */
export function assertLoopback(config: Config): void {
  const listen = config.getOptional('backend.listen');
  const host =
    typeof listen === 'object'
      ? config.getOptionalString('backend.listen.host')
      : undefined;

  if (host === undefined || !LOOPBACK_HOSTS.includes(host)) {
    throw new Error(
      `Sample users need no password, so backend.listen.host must be one of ${LOOPBACK_HOSTS.join(
        ', ',
      )}; found ${host === undefined ? 'none' : `'${host}'`}`,
    );
  }
}
