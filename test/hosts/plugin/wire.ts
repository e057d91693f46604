/** Requests byte by byte, for what the generated classes would not write: keys such as `__proto__`, any depth, no number. */

/** A member of a message: its number, and a text, a flag, or properties. */
export type Member = [number: number, value: string | boolean | object];

export function message(members: readonly Member[]): Buffer {
  return Buffer.concat(
    members.map(([number, value]) => {
      if (typeof value === "string") return part(number, Buffer.from(value));
      if (typeof value === "boolean") return Buffer.from([number << 3, Number(value)]);
      return part(number, struct(value));
    }),
  );
}

/** google.protobuf.Struct */
function struct(properties: object): Buffer {
  return Buffer.concat(
    Object.entries(properties).map(([key, of]) =>
      part(1, Buffer.concat([part(1, Buffer.from(key)), part(2, value(of))])),
    ),
  );
}

/** google.protobuf.Value */
function value(of: unknown): Buffer {
  if (typeof of === "string") return part(3, Buffer.from(of));
  if (typeof of === "boolean") return Buffer.from([4 << 3, Number(of)]);
  if (typeof of === "number") {
    const bytes = Buffer.alloc(9);
    bytes[0] = (2 << 3) | 1;
    bytes.writeDoubleLE(of, 1);
    return bytes;
  }
  if (Array.isArray(of)) return part(6, Buffer.concat(of.map((one) => part(1, value(one)))));
  if (typeof of === "object" && of !== null) return part(5, struct(of));
  return Buffer.from([1 << 3, 0]);
}

function part(number: number, bytes: Buffer): Buffer {
  return Buffer.concat([Buffer.from([(number << 3) | 2, ...varint(bytes.length)]), bytes]);
}

function varint(length: number): number[] {
  return length < 128 ? [length] : [(length % 128) | 128, ...varint(Math.floor(length / 128))];
}

/** The properties `{ name: [[[...]]] }`, so many lists deep; made from the inside out, since a stack would not do. */
export function nested(number: number, name: string, depth: number): Buffer {
  // Written from the end of a buffer to its start: each level puts its head before what is there.
  const room = Buffer.alloc(depth * 12 + 64);
  let start = room.length;
  const wrap = (member: number) => {
    const head = Buffer.from([(member << 3) | 2, ...varint(room.length - start)]);
    start -= head.length;
    head.copy(room, start);
  };
  for (let level = 0; level < depth; level++) {
    wrap(6);
    if (level < depth - 1) wrap(1);
  }
  wrap(2);
  const entry = Buffer.concat([part(1, Buffer.from(name)), room.subarray(start)]);
  return part(number, part(1, entry));
}
