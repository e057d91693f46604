import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, relative, sep } from "node:path";
import { describe, it } from "mocha";
import ts from "typescript";

const ROOT = dirname(__dirname);
const AWS_CLIENT = "@aws-sdk/client-pinpoint-sms-voice-v2";
/** What is loaded of AWS, lazily, and by which file alone. */
const AWS_LOADS: Arrow[] = [
  { from: "provider/aws/client.ts", to: AWS_CLIENT, kind: "lazy" },
  { from: "provider/aws/role.ts", to: "@aws-sdk/credential-providers", kind: "lazy" },
];
const PULUMI = "@pulumi/pulumi";

/** One import, of whatever kind. */
interface Arrow {
  from: string;
  /** A file of the project, or a package's name. */
  to: string;
  /** `type`: gone when compiled. `lazy`: `import()`. */
  kind: "type" | "value" | "lazy";
}

interface Rule {
  room: RegExp;
  /** What its files may import, for values and types. Files of their own room need no mention. */
  may: RegExp[];
  /** What they may import the types of. */
  types?: RegExp[];
  because: string;
}

const NODE = /^node:/;
const LIFECYCLE = /^provider\/lifecycle\//;

const RULES: Rule[] = [
  {
    room: LIFECYCLE,
    may: [],
    because: "what should happen is decided by pure functions: no call, no file, no clock, no Pulumi",
  },
  {
    room: /^provider\/aws\//,
    may: [LIFECYCLE, NODE, /^p-\w+$/, /^dataloader$/],
    types: [new RegExp(`^${AWS_CLIENT}$`)],
    because: "it is the only door to AWS, and knows nothing of who comes through it",
  },
  {
    room: /^provider\/(reconcile|check)\.ts$/,
    may: [LIFECYCLE, /^provider\/aws\/index\.ts$/, /^provider\/errors\.ts$/, NODE],
    because: "the order of looking, deciding and writing is the same for every host and every resource",
  },
  {
    room: /^provider\/errors\.ts$/,
    may: [],
    types: [LIFECYCLE],
    because: "errors are caught everywhere, so they may not bring anything along",
  },
  {
    room: /^provider\/hosts\/(plugin\/|main\.ts$)/,
    may: [
      /^provider\/hosts\/(claims|registry|settings|lookups|lookupArguments)\.ts$/,
      /^provider\/(reconcile|check|errors)\.ts$/,
      LIFECYCLE,
      /^provider\/aws\/index\.ts$/,
      NODE,
      /^@grpc\/grpc-js$/,
      /^google-protobuf(\/|$)/,
      new RegExp(`^${PULUMI}/proto/\\w+$`),
    ],
    because: "it speaks the plugin protocol, and is loaded in a process of its own, without Pulumi's SDK",
  },
  {
    room: /^provider\/hosts\/(?!plugin\/|main\.ts$)/,
    may: [/^provider\/(reconcile|check|errors)\.ts$/, LIFECYCLE, /^provider\/aws\/(index|errors)\.ts$/],
    types: [new RegExp(`^${PULUMI}$`)],
    because: "a host translates and nothing else; the dynamic one runs in a process that has loaded Pulumi already",
  },
  {
    room: /^provider\/resources\//,
    may: [
      /^provider\/hosts\/dynamic\/\w+\.ts$/,
      // A value becomes a secret where the program runs, before the engine sees it.
      /^provider\/lifecycle\/form\/sensitive\.ts$/,
      new RegExp(`^${PULUMI}$`),
      NODE,
    ],
    types: [LIFECYCLE],
    because: "a resource's file is its manual; what it does stands elsewhere",
  },
  {
    room: /^provider\/index\.ts$/,
    may: [/^provider\/resources\//],
    types: [LIFECYCLE],
    because: "nothing else is public",
  },
  {
    room: /^simulator\//,
    may: [NODE, /^commander$/],
    because: "a mistake that the provider and its simulator share would hide in both",
  },
  {
    room: /^commands\//,
    may: [/^simulator\/command\.ts$/, NODE, /^commander$/],
    because: "the command line runs without Pulumi and AWS, and the simulator and the provider meet nowhere",
  },
];

/** Files that may be longer, and why. */
const LONG: Record<string, string> = {
  "simulator/reasons.ts": "a catalogue, one reason after the other: nobody reads it from top to bottom",
};

const FILES = sourceFiles(["provider", "simulator", "commands"]);
const ARROWS = [...FILES].flatMap(([file, source]) => arrowsOf(file, source));

describe("the architecture", () => {
  it("has a rule for every file", () => {
    const lawless = [...FILES.keys()].filter((file) => !RULES.some(({ room }) => room.test(file)));
    assert.deepEqual(lawless, []);
  });

  for (const { room, may, types = [], because } of RULES) {
    it(`lets ${room.source.replaceAll(/[\\^$]/g, "")} import ${may.length === 0 ? "nothing but itself" : "only its own"}, because ${because}`, () => {
      const allowed = ({ to, kind }: Arrow) =>
        [room, ...may, ...(kind === "type" ? types : [])].some((pattern) => pattern.test(to));
      const lazyClient = ({ from, to, kind }: Arrow) =>
        AWS_LOADS.some((load) => load.from === from && load.to === to && load.kind === kind);
      const climbing = ARROWS.filter((arrow) => room.test(arrow.from) && !allowed(arrow) && !lazyClient(arrow));
      assert.deepEqual(climbing, []);
    });
  }

  it("loads the AWS client and its credentials in one place each and lazily, because a run without a call must not pay for it", () => {
    const loads = ARROWS.filter(({ to, kind }) => to.startsWith("@aws-sdk/") && kind !== "type");
    assert.deepEqual(loads, AWS_LOADS);
  });

  it("loads what is an ES module lazily, because the engine requires the provider's files", () => {
    const loads = ARROWS.filter(({ to, kind }) => to.startsWith("p-") && kind !== "lazy");
    assert.deepEqual(loads, []);
  });

  it("has no cycle of what is loaded, because a cycle is two files that are one", () => {
    assert.deepEqual(cycles(), []);
  });

  it("has no `export *`, because the list of what is public is read by people", () => {
    const wild = [...FILES].filter(([, source]) => source.statements.some(isExportStar)).map(([file]) => file);
    assert.deepEqual(wild, []);
  });

  it("has no file of 250 lines, because that is where readers get lost", () => {
    const long = [...FILES].filter(([, source]) => source.getLineStarts().length > 250).map(([file]) => file);
    assert.deepEqual(
      long.filter((file) => !Object.hasOwn(LONG, file)),
      [],
    );
  });
});

function sourceFiles(folders: string[]): Map<string, ts.SourceFile> {
  const files = folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
      .map((name) => relative(ROOT, join(ROOT, folder, name)).replaceAll(sep, "/"))
      .filter((name) => name.endsWith(".ts")),
  );
  return new Map(
    files.sort().map((file) => {
      const text = readFileSync(join(ROOT, file), "utf8");
      return [file, ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true)];
    }),
  );
}

function arrowsOf(from: string, source: ts.SourceFile): Arrow[] {
  const found: Arrow[] = [];
  const add = (specifier: ts.Node | undefined, kind: Arrow["kind"]) => {
    if (specifier && ts.isStringLiteralLike(specifier)) found.push({ from, to: resolve(from, specifier.text), kind });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      add(node.moduleSpecifier, isTypeImport(node.importClause) ? "type" : "value");
    } else if (ts.isExportDeclaration(node)) {
      add(node.moduleSpecifier, isTypeExport(node) ? "type" : "value");
    } else if (ts.isImportEqualsDeclaration(node) && ts.isExternalModuleReference(node.moduleReference)) {
      add(node.moduleReference.expression, node.isTypeOnly ? "type" : "value");
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node.argument.literal, "type");
    } else if (ts.isCallExpression(node)) {
      if (node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0], "lazy");
      if (ts.isIdentifier(node.expression) && node.expression.text === "require") add(node.arguments[0], "value");
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isTypeImport(clause: ts.ImportClause | undefined): boolean {
  if (clause === undefined) return false;
  if (clause.isTypeOnly) return true;
  const { name, namedBindings } = clause;
  if (name !== undefined || namedBindings === undefined || !ts.isNamedImports(namedBindings)) return false;
  return namedBindings.elements.every(({ isTypeOnly }) => isTypeOnly);
}

function isTypeExport({ isTypeOnly, exportClause }: ts.ExportDeclaration): boolean {
  if (isTypeOnly) return true;
  const named = exportClause !== undefined && ts.isNamedExports(exportClause);
  return named && exportClause.elements.every((element) => element.isTypeOnly);
}

function isExportStar(statement: ts.Statement): boolean {
  if (!ts.isExportDeclaration(statement) || statement.moduleSpecifier === undefined) return false;
  return statement.exportClause === undefined || ts.isNamespaceExport(statement.exportClause);
}

/** A relative import as a file of the project; anything else as it is written. */
function resolve(from: string, specifier: string): string {
  if (!specifier.startsWith(".")) return specifier;
  const path = posix.join(posix.dirname(from), specifier).replace(/\.js$/, "");
  return [`${path}.ts`, `${path}/index.ts`].find((file) => FILES.has(file)) ?? path;
}

/** Each cycle once, as a path of files. */
function cycles(): string[] {
  const next = new Map<string, string[]>();
  for (const { from, to, kind } of ARROWS) if (kind !== "type") next.set(from, [...(next.get(from) ?? []), to]);
  const found: string[] = [];
  const done = new Set<string>();
  const walk = (file: string, path: string[]): void => {
    if (path.includes(file)) found.push([...path.slice(path.indexOf(file)), file].join(" → "));
    if (path.includes(file) || done.has(file)) return;
    for (const to of next.get(file) ?? []) walk(to, [...path, file]);
    done.add(file);
  };
  for (const file of FILES.keys()) walk(file, []);
  return found;
}
