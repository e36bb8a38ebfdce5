export { AddressesRefresh } from './AddressesRefresh';
export type { AddressesStore, GoodCopy } from './AddressesStore';
export { DatabaseAddresses } from './DatabaseAddresses';
export { readAddress } from './readAddress';
