import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

const TYPES = path.resolve(__dirname, "../../dist/provider/index.d.ts");

describe("the types of the package, which every compilation of a program reads", () => {
  it("lead to none of the AWS client's, which are five times as many", () => {
    assert.ok(existsSync(TYPES), "`npm run build` first");
    const options = { module: ts.ModuleKind.Node16, moduleResolution: ts.ModuleResolutionKind.Node16 };
    const read = ts.createProgram([TYPES], options).getSourceFiles();
    const foreign = read.map(({ fileName }) => fileName).filter((file) => /@(aws-sdk|smithy)\//.test(file));
    assert.deepEqual(foreign, []);
  }).timeout(30_000);
});
