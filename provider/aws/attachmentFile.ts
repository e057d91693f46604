import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";

/** CreateRegistrationAttachment takes files of up to 5 MB. */
export const ATTACHMENT_MAX_BYTES = 5 * 1024 * 1024;

/** The kinds of file that the service takes, told by their first bytes and not by their names. */
const SIGNATURES = { PDF: "255044462d", JPEG: "ffd8ff", PNG: "89504e470d0a1a0a" } as const;

export interface AttachmentFile {
  bytes: Uint8Array;
  /** SHA-256, hexadecimal. */
  contentHash: string;
}

/** Why a file cannot be an attachment, without its content. */
export class AttachmentFileError extends Error {
  override readonly name = "AttachmentFileError";
  readonly code = "ATTACHMENT_FILE";
}

/** Reads a file as the user named it. Its kind and size are looked at before its content. */
export async function readAttachmentFile(path: string): Promise<AttachmentFile> {
  const file = await opened(path);
  try {
    const found = await file.stat();
    // A device or pipe has no size to check, and may never end.
    if (!found.isFile()) throw new AttachmentFileError(`${path} is not a regular file`);
    if (found.size === 0) throw new AttachmentFileError(`${path} is empty`);
    if (found.size > ATTACHMENT_MAX_BYTES) {
      throw new AttachmentFileError(`${path} has ${megabytes(found.size)} MB; an attachment has at most 5 MB`);
    }
    const bytes = new Uint8Array(found.size);
    const { bytesRead } = await file.read(bytes, 0, found.size, 0);
    if (bytesRead !== found.size) throw new AttachmentFileError(`${path} changed while it was read`);
    requireKind(path, bytes);
    return { bytes, contentHash: createHash("sha256").update(bytes).digest("hex") };
  } finally {
    await file.close();
  }
}

async function opened(path: string): Promise<FileHandle> {
  try {
    // Without O_NONBLOCK, opening a named pipe that nobody writes to would wait for ever.
    return await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why =
      code === "ENOENT" ? "does not exist" : code === "EACCES" ? "may not be read" : `cannot be opened (${code})`;
    throw new AttachmentFileError(`${path} ${why}`);
  }
}

function requireKind(path: string, bytes: Uint8Array): void {
  const start = Buffer.from(bytes.subarray(0, 8)).toString("hex");
  if (Object.values(SIGNATURES).some((signature) => start.startsWith(signature))) return;
  throw new AttachmentFileError(
    `${path} is not a PDF, JPEG or PNG file, whatever its name says; the service takes no other kind`,
  );
}

function megabytes(bytes: number): string {
  return (Math.ceil((bytes / 1024 / 1024) * 10) / 10).toFixed(1);
}
