import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { ATTACHMENT_MAX_BYTES } from "../../aws";
import { fetchAtMost, withoutSecrets } from "./fetchAtMost";
import type { Properties } from "./struct";
import { type Asset, isAsset } from "./values";

/** An asset that an attachment cannot be made of. */
export class AssetError extends Error {
  override readonly name = "AssetError";
}

export interface Plain {
  inputs: Properties;
  /** A text about these inputs, in the words of the asset. */
  told(text: string): string;
}

/**
 * `file` may be an asset: a FileAsset is its path, a RemoteAsset of an s3 URL is `url`, and what is elsewhere or stands in
 * the program is put into a file for as long as it is used. What is not an asset is as it is.
 *
 * @throws AssetError when there is nothing to be had of it.
 */
export async function withoutAsset<Result>(
  declared: Properties,
  cancelled: AbortSignal,
  use: (plain: Plain) => Promise<Result>,
): Promise<Result> {
  const { file: asset, ...others } = declared;
  if (!isAsset(asset)) return use({ inputs: declared, told: (text) => text });
  if (isText(others.url)) throw new AssetError("either `file` or `url` is expected, not both");
  const { uri } = asset;
  if (isText(uri) && uri.startsWith("s3://")) {
    return use({ inputs: { ...others, url: uri }, told: (text) => text.replace(/^url: /, "file: ") });
  }
  const file = pathOf(asset);
  if (file !== undefined) return use({ inputs: { ...others, file }, told: (text) => text });
  const [name, bytes] = await contentOf(asset, cancelled);
  const folder = await mkdtemp(path.join(tmpdir(), "sms-registrations-asset-"));
  const written = path.join(folder, "asset");
  const told = (text: string) => text.replaceAll(written, name);
  try {
    await writeFile(written, bytes, { mode: 0o600 });
    return await use({ inputs: { ...others, file: written }, told });
  } catch (error) {
    if (error instanceof Error) error.message = told(error.message);
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function pathOf({ path: file, uri }: Asset): string | undefined {
  if (isText(file)) return file;
  if (!isText(uri) || !uri.startsWith("file:")) return undefined;
  try {
    return fileURLToPath(uri);
  } catch (error) {
    throw new AssetError(`${uri} is no file: ${(error as Error).message}`);
  }
}

async function contentOf({ uri, text }: Asset, cancelled: AbortSignal): Promise<[name: string, bytes: Uint8Array]> {
  if (isText(text)) return ["the StringAsset", requireSize("the StringAsset", Buffer.from(text))];
  if (!isText(uri) || !/^https?:/.test(uri)) {
    throw new AssetError("a FileAsset, a StringAsset, or a RemoteAsset of an s3, https, http or file URL is expected");
  }
  const name = withoutSecrets(uri);
  try {
    return [name, requireSize(name, await fetchAtMost(uri, ATTACHMENT_MAX_BYTES + 1, cancelled))];
  } catch (error) {
    if (error instanceof AssetError) throw error;
    throw new AssetError(`${name} cannot be fetched: ${(error as Error).message}`);
  }
}

function requireSize(name: string, bytes: Uint8Array): Uint8Array {
  if (bytes.length <= ATTACHMENT_MAX_BYTES) return bytes;
  throw new AssetError(`${name} has more than 5 MB; an attachment has at most 5 MB`);
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}
