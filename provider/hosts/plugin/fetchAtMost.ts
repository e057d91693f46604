/** A server that gives nothing for so long will not. */
const TIMEOUT_MS = 120_000;

/** The first `most` bytes of what a URL leads to. No more than that is read, however much there is. */
export async function fetchAtMost(url: string, most: number, cancelled: AbortSignal): Promise<Uint8Array> {
  const ended = new AbortController();
  const end = () => ended.abort(new Error("the run was cancelled"));
  const limit = setTimeout(() => ended.abort(new Error(`it took more than ${TIMEOUT_MS / 1000} seconds`)), TIMEOUT_MS);
  cancelled.addEventListener("abort", end);
  if (cancelled.aborted) end();
  try {
    return await read(url, most, ended.signal);
  } finally {
    clearTimeout(limit);
    cancelled.removeEventListener("abort", end);
  }
}

async function read(url: string, most: number, signal: AbortSignal): Promise<Uint8Array> {
  const answer = await fetch(url, { signal }).catch((error: Error) => {
    throw new Error(error.cause instanceof Error ? reasonOf(error.cause) : error.message.replaceAll(url, "the URL"));
  });
  const body = answer.body?.getReader();
  try {
    if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}`.trim());
    const bytes = new Uint8Array(most);
    let length = 0;
    while (body !== undefined && length < most) {
      const { done, value } = await body.read();
      if (done) break;
      bytes.set(value.subarray(0, most - length), length);
      length = Math.min(most, length + value.length);
    }
    return bytes.subarray(0, length);
  } finally {
    await body?.cancel().catch(() => undefined);
  }
}

/** A host with several addresses, none of which answers, has its words in the parts. */
function reasonOf(cause: Error): string {
  if (!(cause instanceof AggregateError) || cause.message !== "") return cause.message;
  return cause.errors.map((part: Error) => part.message).join("; ");
}

/** A URL as it may be shown: user, password and what stands after `?`, which may be a signature, are left out. */
export function withoutSecrets(url: string): string {
  try {
    const { protocol, host, pathname } = new URL(url);
    return `${protocol}//${host}${pathname}`;
  } catch {
    return "the RemoteAsset's URL";
  }
}
