import {
  factCollectorChecks,
  type FactCollectorContractOptions,
} from './factCollectorChecks';

/**
 * Registers the tests that every fact collector has to pass. Call it within a test file for Jest.
 *
 * @public
 */
export function factCollectorContract(
  options: FactCollectorContractOptions,
): void {
  describe('as a fact collector', () => {
    for (const { name, run } of factCollectorChecks(options)) {
      it(name, run);
    }
  });
}
