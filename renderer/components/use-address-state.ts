import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** Changes to the query of an address: a value sets, null removes. */
export type AddressChanges = Readonly<Record<string, string | null>>;

/** The query of the address as the state of a screen: reload and Back keep filters and order. */
export function useAddressState(): readonly [URLSearchParams, (changes: AddressChanges) => void] {
  const [address, setAddress] = useSearchParams();
  const change = useCallback(
    (changes: AddressChanges) =>
      setAddress(
        (was) => {
          const next = new URLSearchParams(was);
          for (const [key, value] of Object.entries(changes)) {
            if (value) next.set(key, value);
            else next.delete(key);
          }
          return next;
        },
        { replace: true },
      ),
    [setAddress],
  );
  return [address, change];
}
