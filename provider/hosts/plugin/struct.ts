import { status } from "@grpc/grpc-js";
import { Struct, type Value } from "google-protobuf/google/protobuf/struct_pb";
import { printPath } from "../../lifecycle/printProblem";
import { RequestError } from "./requestError";

export type Properties = Record<string, unknown>;

/** More than any argument or state of ours has; the stack has an end. */
const MAX_DEPTH = 50;

/**
 * A message's properties as plain data. Keys come from users: own properties only, whatever their name.
 *
 * @throws RequestError where they are nested deeper than anything that is expected here.
 */
export function fromStruct(struct: Struct | undefined): Properties {
  return ownProperties(struct, (value, property) => fromValue(value, property, MAX_DEPTH));
}

function ownProperties(struct: Struct | undefined, of: (value: Value, key: string) => unknown): Properties {
  return Object.fromEntries([...(struct?.getFieldsMap().entries() ?? [])].map(([key, value]) => [key, of(value, key)]));
}

function fromValue(value: Value, property: string, depth: number): unknown {
  if (depth === 0) {
    const reason = `values that are nested less than ${MAX_DEPTH} deep are expected`;
    throw new RequestError(status.INVALID_ARGUMENT, `${printPath([property])}: ${reason}`);
  }
  const inner = (one: Value) => fromValue(one, property, depth - 1);
  if (value.hasStructValue()) return ownProperties(value.getStructValue(), inner);
  if (value.hasListValue()) return value.getListValue()?.getValuesList().map(inner) ?? [];
  if (value.hasStringValue()) return value.getStringValue();
  if (value.hasNumberValue()) return value.getNumberValue();
  if (value.hasBoolValue()) return value.getBoolValue();
  return null;
}

/** Plain data as a message has it; what is `undefined` is left out. */
export function toStruct(properties: object): Struct {
  return Struct.fromJavaScript(JSON.parse(JSON.stringify(properties)));
}
