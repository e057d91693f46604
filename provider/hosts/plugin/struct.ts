import { Struct, type Value } from "google-protobuf/google/protobuf/struct_pb";

export type Properties = Record<string, unknown>;

/** A message's properties as plain data. Keys come from users: own properties only, whatever their name. */
export function fromStruct(struct: Struct | undefined): Properties {
  return Object.fromEntries(
    [...(struct?.getFieldsMap().entries() ?? [])].map(([key, value]) => [key, fromValue(value)]),
  );
}

function fromValue(value: Value): unknown {
  if (value.hasStructValue()) return fromStruct(value.getStructValue());
  if (value.hasListValue()) return value.getListValue()?.getValuesList().map(fromValue) ?? [];
  if (value.hasStringValue()) return value.getStringValue();
  if (value.hasNumberValue()) return value.getNumberValue();
  if (value.hasBoolValue()) return value.getBoolValue();
  return null;
}

/** Plain data as a message has it; what is `undefined` is left out. */
export function toStruct(properties: object): Struct {
  return Struct.fromJavaScript(JSON.parse(JSON.stringify(properties)));
}
