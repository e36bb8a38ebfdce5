const MAX_HEADER_LENGTH = 2_048;
const MAX_SIGNATURES = 8;
const SIGNATURE = /^v(?<version>\d{1,3})=(?<value>[!-+\--~]{1,256})$/;
const SHA256_HEX = /^[0-9a-f]{64}$/;

/**
 * The signatures of version 1 in a header such as `v1=…,v1=…`; other versions are passed over.
 *
 * @returns digests of 32 bytes; none where the header is absent or not of that form as a whole
 * @internal
 */
export function readSignatures(
  header: string | string[] | undefined,
): Buffer[] {
  if (typeof header !== 'string' || header.length > MAX_HEADER_LENGTH) {
    return [];
  }
  const signatures = header
    .split(/, ?/)
    .map(text => SIGNATURE.exec(text)?.groups);
  if (signatures.length > MAX_SIGNATURES) {
    return [];
  }
  const digests: Buffer[] = [];
  for (const signature of signatures) {
    if (!signature) {
      return [];
    }
    if (signature.version === '1') {
      if (!SHA256_HEX.test(signature.value)) {
        return [];
      }
      digests.push(Buffer.from(signature.value, 'hex'));
    }
  }
  return digests;
}
