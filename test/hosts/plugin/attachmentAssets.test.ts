import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { ServiceError } from "@grpc/grpc-js";
import * as pb from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { fromStruct, toStruct } from "../../../provider/hosts/plugin/struct";
import { simulated } from "../../simulator/simulated";
import { Engine, SECRET, SIGNATURE, urn } from "./engine";

const PICTURE = path.resolve(__dirname, "../../../examples/yaml-toll-free/opt-in.png");
const CONTENT = readFileSync(PICTURE);
const HASH = createHash("sha256").update(CONTENT).digest("hex");
const MB = 1024 * 1024;
const asset = (parts: object) => ({ [SIGNATURE]: "c44067f5952c0a294b673a41bacd8c17", ...parts });
const URN = urn("RegistrationAttachment");

describe("an attachment's asset", function () {
  this.timeout(20_000);
  const simulator = simulated({ clock: "real", startTime: undefined });
  const environment = { ...process.env };
  let temporary: string;
  let engine: Engine;
  let url: string;
  let content: Buffer = CONTENT;
  let sentBytes = 0;
  let silent: () => void = () => undefined;
  const server = createServer((request, response) => {
    if (request.url?.startsWith("/endless")) {
      const part = Buffer.alloc(64 * 1024, 1);
      const more = () => {
        while (!response.destroyed && response.write(part)) sentBytes += part.length;
        if (!response.destroyed) response.once("drain", more);
      };
      return more();
    }
    if (request.url?.startsWith("/silent")) return silent();
    if (request.url?.startsWith("/missing")) return response.writeHead(404).end();
    response.end(content);
  });
  before(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    temporary = mkdtempSync(path.join(tmpdir(), "sms-registrations-test-"));
    Object.assign(process.env, { AWS_ACCESS_KEY_ID: "AKIDEXAMPLE", AWS_SECRET_ACCESS_KEY: "none", TMPDIR: temporary });
  });
  beforeEach(async () => {
    content = CONTENT;
    engine = await Engine.start({ region: "us-east-1", endpoint: simulator.url });
  });
  afterEach(async () => {
    await engine?.close();
    assert.deepEqual(readdirSync(temporary), [], "no file stays behind");
  });
  after(() => {
    server.closeAllConnections();
    server.close();
    // Where temporary files go is read from the process's own environment, whatever object stands in for it.
    if (environment.TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = environment.TMPDIR;
    process.env = environment;
    rmSync(temporary, { recursive: true });
  });

  async function check(news: object) {
    const answer = await engine.call<pb.CheckResponse>(
      "check",
      new pb.CheckRequest().setUrn(URN).setNews(toStruct(news)),
    );
    const failures = answer.getFailuresList().map((failure) => failure.getReason());
    return { inputs: fromStruct(answer.getInputs()), failures };
  }
  const create = async (properties: object) => {
    const request = new pb.CreateRequest().setUrn(URN).setProperties(toStruct(properties));
    return engine.call<pb.CreateResponse>("create", request);
  };

  it("is uploaded from wherever it lies, and stays what it was declared as", async () => {
    const document = "%PDF-1.7 é";
    const sources: [object, sha256?: string, url?: string][] = [
      [{ path: PICTURE }, HASH],
      [{ uri: String(pathToFileURL(PICTURE)) }, HASH],
      [{ uri: `${url}/opt-in.png` }, HASH],
      [{ text: document }, createHash("sha256").update(document).digest("hex")],
      // This one is read by the service itself.
      [{ uri: "s3://bucket/opt-in.png" }, undefined, "s3://bucket/opt-in.png"],
    ];
    const uploaded = sources.map(async ([parts, sha256], i) => {
      const declared = { file: asset({ ...parts, hash: "the engine's own" }), identity: `source ${i}` };
      const { inputs, failures } = await check(declared);
      assert.deepEqual([failures, inputs], [[], { ...declared, ...(sha256 ? { contentHash: sha256 } : {}) }]);
      const created = await create(inputs);
      const state = fromStruct(created.getProperties());
      assert.deepEqual(
        [state.file, state.contentHash, state.attachmentStatus],
        [declared.file, sha256, "UPLOAD_COMPLETE"],
      );
      return created.getId();
    });
    const ids = await Promise.all(uploaded);
    const { attachments } = await simulator.control.account();
    assert.deepEqual(
      ids.map((id) => attachments.find(({ attachmentId }) => attachmentId === id)).map((it) => [it?.sha256, it?.url]),
      sources.map(([, sha256, read]) => [sha256, read]),
    );
  });

  it("is another one by its content alone, and is not fetched again for an update of tags", async () => {
    const secret = { ...SECRET, value: asset({ uri: `${url}/opt-in.png` }) };
    const { inputs } = await check({ file: secret });
    const created = await create(inputs);
    assert.deepEqual(fromStruct(created.getProperties()).file, secret);
    const diff = new pb.DiffRequest().setUrn(URN).setId(created.getId()).setOlds(created.getProperties());
    async function replaces(): Promise<string[]> {
      const elsewhere = await check({ file: asset({ uri: `${url}/elsewhere.png` }), region: "us-east-1" });
      diff.setOldInputs(toStruct(inputs)).setNews(toStruct(elsewhere.inputs));
      return (await engine.call<pb.DiffResponse>("diff", diff)).getReplacesList();
    }
    assert.deepEqual(await replaces(), []);
    content = Buffer.concat([CONTENT, Buffer.from("!")]);
    assert.deepEqual(await replaces(), ["contentHash"]);
    const gone = { ...inputs, file: asset({ uri: `${url}/missing.png` }), tags: { team: "messaging" } };
    const update = new pb.UpdateRequest().setUrn(URN).setId(created.getId()).setOlds(created.getProperties());
    const updated = await engine.call<pb.UpdateResponse>("update", update.setNews(toStruct(gone)));
    const { file, tags } = fromStruct(updated.getProperties());
    assert.deepEqual([file, tags], [gone.file, gone.tags]);
  });

  it("that has changed since it was checked is not uploaded, and called by its URL", async () => {
    const { inputs } = await check({ file: asset({ uri: `${url}/opt-in.png` }) });
    content = Buffer.concat([CONTENT, Buffer.from("!")]);
    await assert.rejects(create(inputs), ({ details }: ServiceError) => {
      assert.equal(details, `${url}/opt-in.png has changed since it was checked. Run \`pulumi up\` again.`);
      return true;
    });
  });

  it("of more than 5 MB is refused before more than that is read", async () => {
    const { failures } = await check({ file: asset({ uri: `${url}/endless` }) });
    assert.deepEqual(failures, [`file: ${url}/endless has more than 5 MB; an attachment has at most 5 MB`]);
    // What the sockets hold besides.
    assert.ok(sentBytes < 16 * MB, `${sentBytes} bytes`);
    const text = `%PDF-${"x".repeat(5 * MB)}`;
    const tooLong = await check({ file: asset({ text }) });
    assert.deepEqual(tooLong.failures, ["file: the StringAsset has more than 5 MB; an attachment has at most 5 MB"]);
  });

  it("that does not come is waited for until the run is cancelled", async () => {
    const asked = new Promise<void>((resolve) => {
      silent = resolve;
    });
    const checked = check({ file: asset({ uri: `${url}/silent` }) });
    await asked;
    await engine.call("cancel", new Empty());
    assert.deepEqual((await checked).failures, [`file: ${url}/silent cannot be fetched: the run was cancelled`]);
  });

  it("that cannot be had is told by its path, without what may be a secret in its URL", async () => {
    const { port } = server.address() as AddressInfo;
    const wrong: [object, RegExp][] = [
      [{ uri: `http://me:canary@127.0.0.1:${port}/missing?X-Amz-Signature=canary` }, /missing cannot be fetched: /],
      [{ uri: `${url}/missing?X-Amz-Signature=canary` }, /\/missing cannot be fetched: 404 Not Found$/],
      [{ uri: "http://127.0.0.1:1/a?canary" }, /http:\/\/127\.0\.0\.1:1\/a cannot be fetched: ./],
      [{ uri: "http://[canary" }, /the RemoteAsset's URL cannot be fetched: ./],
      [{ uri: "ftp://canary" }, /a FileAsset, a StringAsset, or a RemoteAsset of an s3, https, http or file URL/],
      [
        { uri: "file://host/picture.png" },
        /^file: file:\/\/host\/picture\.png is no file: |host\/picture\.png does not/,
      ],
      [{ uri: "s3://a bucket/key" }, /^file: an s3:\/\/bucket\/key URL without spaces is expected/],
      [{ uri: 7, path: ["canary"], text: {} }, /a FileAsset, a StringAsset/],
      [{}, /a FileAsset, a StringAsset/],
      [{ text: "canary" }, /the StringAsset is not a PDF, JPEG or PNG file/],
      [{ path: "no/such.png" }, /no\/such\.png does not exist/],
    ];
    for (const [parts, reason] of wrong) {
      const { failures } = await check({ file: asset(parts) });
      assert.equal(failures.length, 1, failures.join("\n"));
      assert.match(failures[0] ?? "", reason);
      assert.match(failures[0] ?? "", /^file: (?!.*canary)/);
    }
    const both = await check({ file: asset({ path: PICTURE }), url: "s3://bucket/key" });
    assert.deepEqual(both.failures, ["file: either `file` or `url` is expected, not both"]);
  });
});
