import type { Simulation } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { Option, type Command } from 'commander';
import { EXIT_CODES, Failure } from '../../Failure';
import { createProgress, type Progress } from '../../output';
import {
  FAIL_ON,
  inOneText,
  isHit,
  readTexts,
  SimulationRun,
  type FailOn,
} from '../../scorecards';
import { createClient } from '../createClient';
import type { Io } from '../Io';
import {
  addBackendOptions,
  wholeNumber,
  type BackendConnectionOptions,
} from '../options';
import { addReportOptions, type ReportFormat } from './options';
import {
  asJson,
  withReported,
  type Reported,
  type ReportOptions,
} from './reports';

interface SimulateOptions extends BackendConnectionOptions, ReportOptions {
  failOn: FailOn;
  output: ReportFormat;
  /** Seconds. */
  wait: number;
}

/** Waits for the end of a simulation; whatever else ends the waiting, ends the simulation too. */
async function follow(
  run: SimulationRun,
  options: { io: Io; until: number; signal: AbortSignal },
): Promise<void> {
  const { io, signal, until } = options;
  let progress: Progress | undefined;
  const onProgress = ({ done, total }: { done: number; total: number }) => {
    if (total > 0) {
      const { stderr: stream } = io;
      progress ??= createProgress({ total, unit: 'entities', stream });
      progress.update(done);
    }
  };
  try {
    await run.wait({ until, now: io.now, signal, onProgress });
    if (signal.aborted) await run.cancel();
  } catch (error) {
    await run.cancel().catch(() => undefined);
    throw error;
  } finally {
    progress?.stop();
  }
}

/** What nobody may count cannot be what a pipeline relies on. */
function checkCounted({ isWithheld }: Simulation, failOn: FailOn): void {
  if (isWithheld && failOn !== 'never') {
    throw new Failure(
      'not-authorised',
      `--fail-on ${failOn} needs a token that may read every entity: the figures are withheld from this one`,
    );
  }
}

async function simulate(
  places: readonly string[],
  options: SimulateOptions,
  io: Io,
): Promise<Reported> {
  const yaml = inOneText(await readTexts(places));
  const client = await createClient(options, io);
  const until = io.now() + options.wait * 1_000;
  const interrupt = new AbortController();
  const stopListening = io.onInterrupt(() => interrupt.abort());
  try {
    const run = await SimulationRun.start(client, yaml);
    await follow(run, { io, until, signal: interrupt.signal });
    if (interrupt.signal.aborted) {
      io.stderr.write('interrupted: the simulation was cancelled\n');
      return { exitCode: EXIT_CODES.interrupted, text: '' };
    }
    const { simulation } = run;
    checkCounted(simulation, options.failOn);
    const { done, rejected } = EXIT_CODES;
    return {
      exitCode: isHit(simulation, options.failOn) ? rejected : done,
      text: options.output === 'json' ? asJson(simulation) : await run.report(),
    };
  } finally {
    stopListening();
  }
}

/**
 * `autonomy scorecard simulate`: who would feel it.
 *
 * @internal
 */
export function addSimulateCommand(scorecard: Command, io: Io): void {
  addReportOptions(
    addBackendOptions(
      scorecard
        .command('simulate')
        .description('try files on everything the portal knows')
        .argument('<file...>', 'files, and folders of them'),
    )
      .addOption(
        new Option('--fail-on <what>', 'what makes the exit code 1')
          .choices(FAIL_ON)
          .default('never'),
      )
      .option(
        '--wait <seconds>',
        'for the simulation; then it is cancelled',
        wholeNumber(1, 86_400),
        1_800,
      ),
    ['markdown', 'json'],
  ).action((places: string[], options: SimulateOptions) =>
    withReported(io, options, () => simulate(places, options, io)),
  );
}
