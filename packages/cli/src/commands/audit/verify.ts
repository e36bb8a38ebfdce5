import { InvalidArgumentError, type Command } from 'commander';
import { EXIT_CODES, Failure } from '../../Failure';
import { describeVerifications } from '../../output';
import type { BackendClient } from '../../send';
import { createClient } from '../createClient';
import type { Io } from '../Io';
import { addConnectionOptions, type ConnectionOptions } from '../options';
import { asJson, withReported } from '../scorecard/reports';
import { readChains, readVerification } from './answers';

interface VerifyOptions extends ConnectionOptions {
  chain?: string[];
  head?: string;
}

function readHead(text: string): string {
  if (!/^[1-9]\d{0,8}:[0-9a-f]{64}$/.test(text)) {
    throw new InvalidArgumentError(
      'Expected what an earlier verification printed: a number, a colon and a SHA-256 in hexadecimal.',
    );
  }
  return text;
}

/**
 * `autonomy audit verify`: whether the log is as it was written.
 *
 * @internal
 */
export function addVerifyCommand(audit: Command, io: Io): void {
  addConnectionOptions(
    audit
      .command('verify')
      .description('find out whether the log is as it was written')
      .option(
        '--chain <chain...>',
        'refs of governance domains, and central; all that the portal has unless told',
      )
      .option(
        '--head <sequence:hash>',
        'of an earlier verification, which the chain must still contain; needs one --chain',
        readHead,
      ),
  ).action((options: VerifyOptions) =>
    withReported(io, options, async () => {
      const { chain: chains, head } = options;
      if (head !== undefined && chains?.length !== 1) {
        throw new Failure(
          'input',
          `--head: expected one --chain besides, found ${chains?.length ?? 0}`,
        );
      }
      const client = await createClient(options, io);
      const found = await verifyAll(client, chains, head);
      const isIntact = found.every(({ intact }) => intact);
      return {
        exitCode: isIntact ? EXIT_CODES.done : EXIT_CODES.rejected,
        text:
          options.output === 'json'
            ? asJson({ items: found })
            : describeVerifications(found),
      };
    }),
  );
}

/** One after the other: each makes the portal read a whole chain. */
async function verifyAll(
  client: BackendClient,
  chosen: string[] | undefined,
  head: string | undefined,
) {
  const chains =
    chosen ?? readChains((await client.get('/audit-log/chains')).body);
  const found = [];
  for (const chain of chains) {
    const query = new URLSearchParams({ chain, ...(head && { head }) });
    const { body } = await client.get(`/audit-log/verification?${query}`);
    found.push(readVerification(body));
  }
  return found;
}
