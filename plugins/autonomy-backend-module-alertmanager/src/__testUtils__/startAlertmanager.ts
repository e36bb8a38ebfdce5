import { spawn } from 'node:child_process';
import {
  accessSync,
  constants,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Debian's name of it goes first. */
const NAMES = ['prometheus-alertmanager', 'alertmanager'];
const START_LIMIT_MS = 15_000;

/** A real Alertmanager that groups all alerts and notifies at once. */
export interface RunningAlertmanager {
  /**
   * Also says again that an alert fires.
   *
   * @param labels - the same alert is told by the same labels
   */
  fire(
    labels: Record<string, string>,
    annotations?: Record<string, string>,
  ): Promise<void>;
  /** @param labels - as they were when it fired */
  resolve(labels: Record<string, string>): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Tests that start a real Alertmanager. Where there is none they are skipped, and say so; where `CI` is
 * set they fail instead.
 */
export function describeWithAlertmanager(
  name: string,
  tests: () => void,
): void {
  const isSkipped = findAlertmanager() === undefined && !process.env.CI;
  if (isSkipped) {
    process.stderr.write(
      `\n*** SKIPPED: ${name}: no Alertmanager on PATH. Install Debian's prometheus-alertmanager, or set ALERTMANAGER_PATH. ***\n\n`,
    );
  }
  (isSkipped ? describe.skip : describe)(name, tests);
}

/**
 * Where an Alertmanager can be started from: `ALERTMANAGER_PATH`, else the first on `PATH`.
 *
 * @returns undefined where there is none
 */
function findAlertmanager(): string | undefined {
  const { ALERTMANAGER_PATH, PATH = '' } = process.env;
  return (
    ALERTMANAGER_PATH ||
    NAMES.flatMap(name =>
      PATH.split(path.delimiter).map(directory => path.join(directory, name)),
    ).find(isExecutable)
  );
}

/**
 * Starts a real Alertmanager on a free port of the loopback interface, which notifies one webhook of all
 * alerts. It ends with this process, however that ends.
 *
 * @param options - `url` of the webhook, and the bearer `token` to present
 * @throws Error with what Alertmanager said, where it does not start
 */
export async function startAlertmanager(options: {
  url: string;
  token: string;
}): Promise<RunningAlertmanager> {
  const binary = findAlertmanager();
  if (!binary) {
    throw new Error('There is no Alertmanager on PATH');
  }
  const directory = mkdtempSync(path.join(tmpdir(), 'autonomy-alertmanager-'));
  const configFile = path.join(directory, 'alertmanager.yml');
  // JSON is YAML.
  writeFileSync(configFile, JSON.stringify(configuration(options)));

  // The shell ends Alertmanager when its standard input is closed, which the end of this process does too.
  const shell = spawn(
    'sh',
    [
      '-c',
      '"$@" & read -r _; kill -9 $!; wait $!',
      'sh',
      binary,
      `--config.file=${configFile}`,
      `--storage.path=${directory}`,
      '--web.listen-address=127.0.0.1:0',
      '--web.external-url=http://127.0.0.1',
      '--cluster.listen-address=',
    ],
    { stdio: ['pipe', 'ignore', 'pipe'] },
  );
  const ended = new Promise<void>(resolve => shell.once('close', resolve));
  const stop = async () => {
    shell.stdin.end();
    await ended;
    rmSync(directory, { recursive: true, force: true });
  };

  try {
    const address = await listeningAddress(shell.stderr);
    const annotationsOf = new Map<string, Record<string, string>>();
    return {
      async fire(labels, annotations = {}) {
        annotationsOf.set(JSON.stringify(labels), annotations);
        await postAlert(address, { labels, annotations });
      },
      // Like Prometheus, with the annotations; Alertmanager keeps those it got last.
      resolve: labels =>
        postAlert(address, {
          labels,
          annotations: annotationsOf.get(JSON.stringify(labels)),
          endsAt: new Date().toISOString(),
        }),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function configuration({ url, token }: { url: string; token: string }) {
  return {
    route: {
      receiver: 'autonomy',
      group_wait: '0s',
      group_interval: '1s',
      repeat_interval: '2s',
    },
    receivers: [
      {
        name: 'autonomy',
        webhook_configs: [
          {
            url,
            send_resolved: true,
            http_config: {
              authorization: { credentials: token },
              follow_redirects: false,
            },
          },
        ],
      },
    ],
  };
}

/** Waits until Alertmanager says where it listens. */
function listeningAddress(log: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = () => reject(new Error(`Alertmanager did not start: ${said}`));
    const timer = setTimeout(fail, START_LIMIT_MS);
    log.on('data', chunk => {
      said += chunk;
      const [, address] = /msg="Listening on" address=(\S+)/.exec(said) ?? [];
      if (address) {
        clearTimeout(timer);
        resolve(address);
      }
    });
  });
}

async function postAlert(address: string, alert: object): Promise<void> {
  const answer = await fetch(`http://${address}/api/v2/alerts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify([alert]),
  });
  if (!answer.ok) {
    throw new Error(`Alertmanager: ${answer.status} ${await answer.text()}`);
  }
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
