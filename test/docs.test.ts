import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, it } from "mocha";
import ts from "typescript";
import { OPERATIONS } from "../provider/aws/operations";
import { type Action, STATUS_RULES } from "../provider/lifecycle/registrationVersion/status";
import { CALLS, iamPage } from "../tools/docs/iam";

const ROOT = path.dirname(__dirname);
const RESOURCES = path.join(ROOT, "provider/resources");
const README = readFileSync(path.join(ROOT, "README.md"), "utf8");

describe("the reference", function () {
  this.timeout(60_000);

  it("documents everything that is public, and every link in it leads somewhere", async () => {
    const { Application } = await import("typedoc");
    const told: string[] = [];
    const app = await Application.bootstrap({ options: path.join(ROOT, "typedoc.json") });
    const tell = (text: string) => told.push(text);
    Object.assign(app.logger, { warn: tell, error: tell, validationWarning: tell });
    const project = await app.convert();
    assert.ok(project, told.join("\n"));
    app.validate(project);
    assert.deepEqual(told, []);
  });

  for (const [name, args] of argumentsOfResources()) {
    it(`tells of every argument of ${name} what changing it does and, where it may be left out, what holds then`, () => {
      const silent = args.filter(({ text }) => !/chang/i.test(text)).map(({ argument }) => argument);
      const without = args.filter(({ optional, text }) => optional && !text.includes("@default"));
      assert.deepEqual(silent, []);
      assert.deepEqual(
        without.map(({ argument }) => argument),
        [],
      );
    });
  }
});

describe("programs in the documentation", function () {
  this.timeout(60_000);
  const programs = new Map([
    ...readdirSync(RESOURCES).flatMap(examplesOf),
    ...codeIn(README).map((code, i): [string, string] => [`README ${i + 1}`, code]),
    // The tests run it without a compilation of types, which takes longer than the rest of its run.
    [
      "the program of the end-to-end tests",
      readFileSync(path.join(ROOT, "test/e2e/program/index.ts"), "utf8"),
    ] as const,
  ]);
  let problems: Map<string, string[]>;
  before(() => {
    problems = compile(programs);
  });

  it("are found", () => {
    assert.ok(programs.size >= 10, [...programs.keys()].join(", "));
  });

  for (const name of programs.keys()) {
    it(`compile: ${name}`, () => {
      assert.deepEqual(problems.get(name), []);
    });
  }
});

describe("the README's table of statuses", () => {
  /** What the README calls each action: where the content is the same, and where it differs. */
  const WORDS: Partial<Record<Action, string>> = {
    adopt: "adopt it as it is",
    submit: "submit it",
    edit: "put what differs, delete what is not declared, submit",
    open: "open a version, put all, submit",
    inReview: "fail, wait for the verdict, or discard and start again: `whileInReview`",
    denied: "fail with the reasons, unless `resubmitTrigger` changed",
  };

  it("is the table that the provider acts on", () => {
    const rows = Object.entries(STATUS_RULES).map(
      ([status, { same, differs }]) => `| ${status} | ${WORDS[same]} | ${WORDS[differs]} |`,
    );
    const [, after = ""] = README.split("registrationVersion/status.ts by a test -->");
    const table = after.trim().split("\n\n")[0]?.split("\n").slice(2);
    assert.deepEqual(table, rows);
  });
});

describe("links from page to page", () => {
  for (const page of ["README.md", "examples/README.md", "docs/languages.md", "docs/migrate.md", "docs/iam.md"]) {
    it(`lead somewhere in ${page}`, () => {
      const text = readFileSync(path.join(ROOT, page), "utf8");
      const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)].map(([, link = ""]) => link);
      const broken = links.filter((link) => !existsSync(path.join(ROOT, path.dirname(page), link)));
      assert.deepEqual(broken, []);
    });
  }
});

describe("examples/README.md", () => {
  it("tells of every example", () => {
    const examples = path.join(ROOT, "examples");
    const told = readFileSync(path.join(examples, "README.md"), "utf8").matchAll(/^\| \[([\w-]+)\]\(\1\)/gm);
    const there = readdirSync(examples, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    assert.deepEqual([...told].map(([, name]) => name).sort(), there.map(({ name }) => name).sort());
  });
});

describe("docs/iam.md", () => {
  it("is current: `npm run docs` writes it", () => {
    assert.equal(readFileSync(path.join(ROOT, "docs/iam.md"), "utf8"), iamPage());
  });

  it("names whoever needs it for every operation", () => {
    const needed = new Set<string>(Object.values(CALLS).flat());
    assert.deepEqual(
      Object.keys(OPERATIONS).filter((name) => !needed.has(name)),
      [],
    );
  });
});

/** The arguments of every resource, with their docstrings. */
function argumentsOfResources() {
  return readdirSync(RESOURCES).flatMap((file) => {
    const source = parse(path.join(RESOURCES, file));
    const interfaces = source.statements
      .filter(ts.isInterfaceDeclaration)
      .filter(({ name }) => /^Registration\w*Args$/.test(name.text));
    return interfaces.map(
      ({ name, members }) =>
        [
          name.text,
          members.filter(ts.isPropertySignature).map((member) => ({
            argument: member.name.getText(source),
            optional: member.questionToken !== undefined,
            text: member.getFullText(source),
          })),
        ] as const,
    );
  });
}

/** The examples of a file's docstrings, by whose they are. */
function examplesOf(file: string): [string, string][] {
  const source = parse(path.join(RESOURCES, file));
  return source.statements.flatMap((statement) =>
    ts
      .getJSDocTags(statement)
      .filter(({ tagName }) => tagName.text === "example")
      .flatMap((tag) => codeIn(ts.getTextOfJSDocComment(tag.comment) ?? ""))
      .map((code, i): [string, string] => {
        const { name } = statement as unknown as { name?: ts.Identifier };
        return [`${name?.text ?? file}${i > 0 ? ` ${i + 1}` : ""}`, code];
      }),
  );
}

function parse(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ES2022, true);
}

function codeIn(markdown: string): string[] {
  return [...markdown.matchAll(/```typescript\n(.*?)```/gs)].map(([, code = ""]) => code);
}

/** What an example may take for given: it shows one thing, and stands among others. */
const GIVEN = `import * as pulumi from "@pulumi/pulumi";
import * as sms from "pulumi-sms-registrations";
declare global {
  const brand: sms.Registration;
  const campaign: sms.Registration;
  const phoneNumberId: string;
  const config: pulumi.Config;
}
`;
const IMPORTS = GIVEN.slice(0, GIVEN.indexOf("declare"));

/** What the compiler says of each program; all are one compilation. */
function compile(programs: ReadonlyMap<string, string>): Map<string, string[]> {
  // Beside the package's own, so that they find the same modules; none of them exists on disk.
  const at = (name: string) => path.join(ROOT, "examples", `${name.replaceAll(/\W+/g, "-")}.docs.ts`);
  const files = new Map([[at("given"), GIVEN]]);
  for (const [name, code] of programs) {
    files.set(at(name), code.includes("import ") ? code : `${IMPORTS}${code}export {};\n`);
  }
  const options: ts.CompilerOptions = {
    strict: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    skipLibCheck: true,
    noEmit: true,
    types: ["node"],
    typeRoots: [path.join(ROOT, "node_modules/@types")],
    paths: { "pulumi-sms-registrations": [path.join(ROOT, "provider/index.ts")] },
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (file) => files.has(path.normalize(file)) || fileExists(file);
  host.readFile = (file) => files.get(path.normalize(file)) ?? readFile(file);
  host.getSourceFile = (file, version, ...rest) => {
    const text = files.get(path.normalize(file));
    return text === undefined ? getSourceFile(file, version, ...rest) : ts.createSourceFile(file, text, version, true);
  };
  const program = ts.createProgram([...files.keys()], options, host);
  return new Map(
    [...programs.keys()].map((name) => {
      const source = program.getSourceFile(at(name));
      assert.ok(source, name);
      const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
      return [name, found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"))];
    }),
  );
}
