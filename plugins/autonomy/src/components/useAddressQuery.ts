import { useCallback, useMemo } from 'react';
// The only place of these pages that knows the router, so that a change of router stays here.
import { useSearchParams } from 'react-router-dom';

/** What the reader chose, by the names that the address has for it. */
export type AddressQuery<T> = {
  [Name in keyof T]: readonly (string | number)[] | string | undefined;
};

/** The address of a query. */
export function writeAddress<T extends AddressQuery<T>>(
  query: T,
): URLSearchParams {
  return new URLSearchParams(
    Object.entries<AddressQuery<T>[keyof T]>(query).flatMap(([name, value]) =>
      [value]
        .flat()
        .filter(item => item !== undefined && item !== '')
        .map(item => [name, String(item)]),
    ),
  );
}

/** Where a link leads that changes some of a query. */
export function addressOf<T extends AddressQuery<T>>(
  query: T,
  change: Partial<T>,
): string {
  return `?${writeAddress<T>({ ...query, ...change })}`;
}

/**
 * The query in the address, and a way to change it.
 *
 * @param read - reads the address; the same function each time
 */
export function useAddressQuery<T extends AddressQuery<T>>(
  read: (params: URLSearchParams) => T,
): [T, (change: Partial<T>) => void] {
  const [params, setParams] = useSearchParams();
  const query = useMemo(() => read(params), [params, read]);
  const change = useCallback(
    (changes: Partial<T>) =>
      setParams(current => writeAddress<T>({ ...read(current), ...changes }), {
        replace: true,
      }),
    [read, setParams],
  );
  return [query, change];
}

/** The values of a filter; undefined where there are none. */
export function listIn(
  params: URLSearchParams,
  name: string,
): string[] | undefined {
  const values = params.getAll(name).filter(value => value !== '');
  return values.length > 0 ? values : undefined;
}

/** Those of a filter's values that are known; what is not is left out rather than sent on. */
export function knownIn<T extends string | number>(
  params: URLSearchParams,
  name: string,
  known: readonly T[],
): T[] | undefined {
  const given = params.getAll(name);
  const values = known.filter(value => given.includes(String(value)));
  return values.length > 0 ? values : undefined;
}
