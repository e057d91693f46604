/** The schema of the plugin, from the same definitions and docstrings that TypeScript programs see. */
import path from "node:path";
import ts from "typescript";
import { documentation } from "./documentation";
import { capital, type Specification, Types } from "./types";

const ROOT = path.resolve(__dirname, "../..");

/** What an asset may be given for, besides the path that TypeScript programs give. */
const ASSETS: ReadonlySet<string> = new Set(["RegistrationAttachment.file"]);

/** Configuration that languages with a schema mark as secret by themselves. */
const SECRETS: ReadonlySet<string> = new Set(["assumeRoleExternalId"]);

/** The text of schema.json. */
export function generateSchema(): string {
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(path.join(ROOT, "tsconfig.json"), ts.sys.readFile).config,
    ts.sys,
    ROOT,
  );
  const index = path.join(ROOT, "provider/index.ts");
  const client = path.join(ROOT, "provider/aws/client.ts");
  const program = ts.createProgram([index, client], { ...options, noEmit: true });
  const checker = program.getTypeChecker();
  const types = new Types(checker);
  const config = types.properties(membersOf(exported(program, client, "Settings"), checker), "Config").properties;
  for (const [name, told] of Object.entries(config))
    if (SECRETS.has(name)) Object.assign(told as object, { secret: true });
  const resources = resourceClasses(program, index).map((symbol) => resource(symbol, types, program, index));
  const functions = lookups(program, index).map((symbol) => lookup(symbol, types, program, index));
  const provider = {
    description:
      "How to reach the service. What is absent comes from the AWS SDK's own chain: environment, profile, role.",
    inputProperties: config,
    properties: texts(config),
  };
  return `${JSON.stringify(
    {
      ...PACKAGE,
      config: { variables: config },
      types: Object.fromEntries([...types.named].sort(([a], [b]) => (a < b ? -1 : 1))),
      provider,
      resources: Object.fromEntries(resources.sort(([a], [b]) => (a < b ? -1 : 1))),
      functions: Object.fromEntries(functions.sort(([a], [b]) => (a < b ? -1 : 1))),
    },
    null,
    2,
  )}\n`;
}

const PACKAGE = {
  $schema: "https://raw.githubusercontent.com/pulumi/pulumi/master/pkg/codegen/schema/pulumi.json",
  name: "sms-registrations",
  displayName: "AWS End User Messaging SMS registrations",
  description:
    "AWS End User Messaging SMS registrations as Pulumi resources: declare the form, submit it, follow the review, fix a denial.",
  keywords: ["pulumi", "aws", "sms", "10dlc", "toll-free", "category/cloud"],
  license: "Apache-2.0",
  attribution: "",
  meta: { moduleFormat: "(.*)" },
  language: {
    nodejs: { respectSchemaVersion: true },
    python: { packageName: "pulumi_sms_registrations", respectSchemaVersion: true, pyproject: { enabled: true } },
    go: { respectSchemaVersion: true, generateResourceContainerTypes: true },
    csharp: { respectSchemaVersion: true },
  },
};

function resource(symbol: ts.Symbol, types: Types, program: ts.Program, index: string): [string, Specification] {
  const { checker } = types;
  const name = symbol.name;
  const args = types.properties(membersOf(exported(program, index, `${name}Args`), checker), name);
  for (const [property, told] of Object.entries(args.properties)) {
    if (ASSETS.has(`${name}.${property}`)) {
      const { type: _, ...rest } = told as Specification;
      args.properties[property] = { oneOf: [{ type: "string" }, { $ref: "pulumi.json#/Asset" }], ...rest };
    }
  }
  const declared = (symbol.valueDeclaration as ts.ClassDeclaration).members
    .filter(ts.isPropertyDeclaration)
    .flatMap((member) => (member.name && checker.getSymbolAtLocation(member.name)) ?? []);
  const outputs = types.properties(declared, name);
  for (const property of Object.keys(outputs.properties)) {
    // An output that is an argument, too, has its documentation, and its type.
    const argument = args.properties[property] as Specification | undefined;
    const output = outputs.properties[property] as Specification;
    if (argument && !output.description) outputs.properties[property] = { ...argument };
    else if (argument) outputs.properties[property] = { ...argument, description: output.description };
  }
  return [
    `${PACKAGE.name}:index:${name}`,
    {
      description: documentation(symbol, checker),
      properties: outputs.properties,
      required: outputs.required,
      inputProperties: args.properties,
      requiredInputs: args.required,
    },
  ];
}

/** `getRegistration`, whose arguments and result are `GetRegistrationArgs` and `GetRegistrationResult`. */
function lookup(symbol: ts.Symbol, types: Types, program: ts.Program, index: string): [string, Specification] {
  const { checker } = types;
  const object = (part: "Args" | "Result") => {
    const name = `${capital(symbol.name)}${part}`;
    const told = exported(program, index, name);
    const { properties, required } = types.properties(membersOf(told, checker), name);
    return { description: documentation(told, checker), type: "object", properties, required };
  };
  return [
    `${PACKAGE.name}:index:${symbol.name}`,
    { description: documentation(symbol, checker), inputs: object("Args"), outputs: object("Result") },
  ];
}

/** The functions of provider/index.ts; those that end in `Output` are the same ones again. */
function lookups(program: ts.Program, index: string): ts.Symbol[] {
  return exportsOf(program, index).filter(
    ({ name, valueDeclaration }) =>
      valueDeclaration !== undefined && ts.isFunctionDeclaration(valueDeclaration) && !name.endsWith("Output"),
  );
}

/** The classes of provider/index.ts that are resources. */
function resourceClasses(program: ts.Program, index: string): ts.Symbol[] {
  return exportsOf(program, index).filter(({ valueDeclaration }) => {
    if (valueDeclaration === undefined || !ts.isClassDeclaration(valueDeclaration)) return false;
    return valueDeclaration.heritageClauses?.[0]?.types[0]?.expression.getText() === "SmsResource";
  });
}

function exportsOf(program: ts.Program, file: string): ts.Symbol[] {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const module = source && checker.getSymbolAtLocation(source);
  if (module === undefined) throw new Error(`${file} exports nothing.`);
  return checker
    .getExportsOfModule(module)
    .map((symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol));
}

function exported(program: ts.Program, file: string, name: string): ts.Symbol {
  const found = exportsOf(program, file).find((symbol) => symbol.name === name);
  if (found === undefined) throw new Error(`${file} does not export ${name}.`);
  return found;
}

function membersOf(symbol: ts.Symbol, checker: ts.TypeChecker): ts.Symbol[] {
  return checker.getPropertiesOfType(checker.getDeclaredTypeOfSymbol(symbol));
}

/** A provider's outputs are texts, whatever its arguments are. */
function texts(config: Specification): Specification {
  return Object.fromEntries(
    Object.entries(config).map(([name, told]) => {
      const { description, secret } = told as Specification;
      return [name, { type: "string", description, secret }];
    }),
  );
}
