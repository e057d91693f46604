import ts from "typescript";
import { documentation } from "./documentation";

export type Specification = Record<string, unknown>;

const PACKAGE = "sms-registrations";

/**
 * What stands for a choice between a list and something else, such as the value of a field. With `oneOf` the SDKs for Python
 * would fail when a program runs: Pulumi's own refuses a list where something else may stand, too (pulumi/pulumi#17181).
 */
const ANY: Specification = { $ref: "pulumi.json#/Any" };

/** Translates TypeScript types to those of a schema, and collects the named ones. */
export class Types {
  readonly named = new Map<string, Specification>();

  constructor(readonly checker: ts.TypeChecker) {}

  /** The properties of an object type, with their documentation. */
  properties(symbols: readonly ts.Symbol[], owner: string): { properties: Specification; required: string[] } {
    const properties: Specification = {};
    const required: string[] = [];
    for (const symbol of [...symbols].sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const type = this.checker.getTypeOfSymbol(symbol);
      properties[symbol.name] = {
        ...this.type(type, symbol.name, owner),
        description: documentation(symbol, this.checker) || undefined,
      };
      if (!(symbol.flags & ts.SymbolFlags.Optional) && !this.isOptional(type)) required.push(symbol.name);
    }
    return { properties, required };
  }

  private isOptional(type: ts.Type): boolean {
    const found = (part: ts.Type): boolean =>
      part.isUnion() ? part.types.some(found) : !!(part.flags & ts.TypeFlags.Undefined);
    if (found(type)) return true;
    const target = type.isIntersection() ? type.types[0] : type;
    return target !== undefined && isOutput(target) && this.arguments(target).some(found);
  }

  private arguments(type: ts.Type): readonly ts.Type[] {
    return type.aliasTypeArguments ?? this.checker.getTypeArguments(type as ts.TypeReference);
  }

  type(type: ts.Type, name: string, owner: string): Specification {
    const parts = unique(this.flat(type));
    if (parts.every((part) => part.flags & ts.TypeFlags.BooleanLike)) return { type: "boolean" };
    if (parts.length > 1 && parts.some((part) => this.checker.isArrayType(part))) return ANY;
    const specifications = new Map<string, Specification>();
    const literals = parts.filter((part) => part.isStringLiteral());
    if (literals.length > 1) {
      const told = this.enumeration(literals as ts.StringLiteralType[], `${owner}${capital(name)}`);
      specifications.set(JSON.stringify(told), told);
    }
    for (const part of parts) {
      if (literals.length > 1 && part.isStringLiteral()) continue;
      const told = this.single(part, name, owner);
      specifications.set(JSON.stringify(told), told);
    }
    const [first, ...others] = specifications.values();
    if (first === undefined) throw new Error(`${owner}.${name} has no type.`);
    return others.length === 0 ? first : { oneOf: [first, ...others] };
  }

  /** All that a type may be, without inputs, outputs, promises and `undefined`. */
  private flat(type: ts.Type): ts.Type[] {
    if (type.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null)) return [];
    if (isOutput(type)) return this.arguments(type).flatMap((inner) => this.flat(inner));
    if (type.isIntersection()) {
      const output = type.types.find(isOutput);
      if (output) return this.flat(output);
    }
    if (type.symbol?.name === "Promise") return [];
    if (type.isUnion()) return type.types.flatMap((part) => this.flat(part));
    return [type];
  }

  private single(type: ts.Type, name: string, owner: string): Specification {
    if (type.flags & ts.TypeFlags.StringLike) return { type: "string" };
    if (type.flags & ts.TypeFlags.NumberLike) return { type: "integer" };
    if (type.flags & ts.TypeFlags.BooleanLike) return { type: "boolean" };
    if (this.checker.isArrayType(type)) {
      const [item] = this.checker.getTypeArguments(type as ts.TypeReference);
      if (item) return { type: "array", items: this.type(item, name, owner) };
    }
    const value = this.checker.getIndexTypeOfType(type, ts.IndexKind.String);
    if (value) return { type: "object", additionalProperties: this.type(value, name, owner) };
    return this.object(type);
  }

  private object(type: ts.Type): Specification {
    const symbols = this.checker.getPropertiesOfType(type);
    const symbol = type.aliasSymbol ?? type.symbol;
    const { name } = symbol;
    if (name === "__type") throw new Error(`An object has no name: ${this.checker.typeToString(type)}`);
    const token = `${PACKAGE}:index:${name}`;
    if (!this.named.has(token)) {
      this.named.set(token, {});
      const description = documentation(symbol, this.checker);
      this.named.set(token, { type: "object", description, ...this.properties(symbols, name) });
    }
    return { $ref: `#/types/${token}` };
  }

  private enumeration(literals: ts.StringLiteralType[], name: string): Specification {
    const token = `${PACKAGE}:index:${name}`;
    this.named.set(token, { type: "string", enum: literals.map(({ value }) => ({ name: capital(value), value })) });
    return { $ref: `#/types/${token}` };
  }
}

function isOutput(type: ts.Type): boolean {
  const name = type.aliasSymbol?.name ?? type.symbol?.name;
  return name === "OutputInstance" || name === "Output";
}

function unique(types: ts.Type[]): ts.Type[] {
  return [...new Set(types)];
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
