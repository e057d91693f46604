import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";

/** How a map entry with the key `__proto__` begins on the wire: field 1, a text of 9 bytes. */
const ENTRY = Buffer.from("\n\t__proto__");

const { check } = ResourceProviderService;
const lossy = new WeakSet<object>();

/** The plugin protocol, with an eye on what the message library drops. */
export const service: typeof ResourceProviderService = {
  ...ResourceProviderService,
  check: {
    ...check,
    requestDeserialize(bytes: Buffer) {
      const request = check.requestDeserialize(bytes);
      if (bytes.includes(ENTRY)) lossy.add(request);
      return request;
    },
  },
};

/**
 * Whether a program's arguments had a key `__proto__`: the message library takes it for a map's own prototype, and the
 * form would be sent without it.
 */
export function hasLostKey(request: object): boolean {
  return lossy.has(request);
}
