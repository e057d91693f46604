import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Properties } from "./struct";
import { type Asset, isAsset } from "./values";

/** An asset that an attachment cannot be made of. */
export class AssetError extends Error {
  override readonly name = "AssetError";
}

/**
 * `file` may be an asset: a FileAsset is its path, a RemoteAsset of an s3 URL is `url`, and another one is fetched.
 * What is not an asset is as it is.
 *
 * @throws AssetError when it cannot be fetched.
 */
export async function withoutAsset(inputs: Properties): Promise<Properties> {
  if (!isAsset(inputs.file)) return inputs;
  const { file: asset, ...others } = inputs;
  if (asset.uri?.startsWith("s3://")) return { ...others, url: asset.uri };
  return { ...others, file: await fileOf(asset) };
}

async function fileOf({ path: file, uri }: Asset): Promise<string> {
  if (file !== undefined) return file;
  if (uri?.startsWith("file:")) return fileURLToPath(uri);
  if (uri === undefined || !/^https?:/.test(uri)) {
    throw new AssetError("a FileAsset, or a RemoteAsset of an s3, https or file URL, is expected");
  }
  const answer = await fetch(uri).catch((error: Error) => {
    throw new AssetError(
      `${uri} cannot be fetched: ${error.cause instanceof Error ? error.cause.message : error.message}`,
    );
  });
  if (!answer.ok) throw new AssetError(`${uri} cannot be fetched: ${answer.status} ${answer.statusText}`);
  return keep(new Uint8Array(await answer.arrayBuffer()));
}

/** Under the name of its content: the same content is the same file, in whatever process. */
async function keep(bytes: Uint8Array): Promise<string> {
  const folder = path.join(tmpdir(), `sms-registrations-assets-${process.getuid?.() ?? 0}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, createHash("sha256").update(bytes).digest("hex"));
  await writeFile(file, bytes, { mode: 0o600 });
  return file;
}
