import path from 'node:path';

const file = name => path.join(import.meta.dirname, name);

/**
 * The policy of the benchmark, on top of the shipped one.
 *
 * @param options.history - whether evidence of the time before the first evaluation counts
 */
export const policyFilesOf = ({ history }) => [
  file('checks.yaml'),
  ...(history ? [file('history.yaml')] : []),
];
