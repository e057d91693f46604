import type { Lifecycle } from "./lifecycle";
import { GONE, type Observation } from "./observation";
import { REGION } from "./patterns";
import { type MaybeUnknown, type Problem, problems } from "./problem";
import type { Move, Refusal } from "./step";
import { checkTags, sameTags, tagInputs, tagSteps, unreadWithTags } from "./tags";

/** The arguments of a RegistrationAttachment once every value is known. */
export interface AttachmentInputs {
  file?: string;
  url?: string;
  /** Of the file's bytes; the host fills it in. */
  contentHash?: string;
  tags?: Record<string, string>;
  identity: string;
  region?: string;
}

/** What the service says of the attachment. */
export interface AttachmentOutputs {
  registrationAttachmentArn?: string;
  attachmentStatus?: string;
  createdTimestamp?: string;
}

export type AttachmentState = Partial<AttachmentInputs> & AttachmentOutputs;

/** An upload of at most 5 MB takes seconds; one that takes longer has failed without saying so. */
const UPLOAD_TIMEOUT_MS = 10 * 60_000;

/** The statuses of an upload, and what each means. An unknown one is waited for. */
const UPLOAD_RULES: Readonly<Record<string, "ready" | "failed">> = {
  UPLOAD_COMPLETE: "ready",
  UPLOAD_FAILED: "failed",
};

function checkAttachment(inputs: MaybeUnknown<AttachmentInputs>): Problem[] {
  const check = problems(inputs);
  check.optional("file", "string");
  check.optional("url", "string").matches(/^s3:\/\/\S{1,2043}$/, "an s3://bucket/key URL without spaces");
  check.optional("region", "string").matches(...REGION);
  const given = [inputs.file, inputs.url].filter((source) => source !== undefined && source !== null);
  const source: Problem[] =
    given.length === 1
      ? []
      : [
          {
            path: ["file"],
            code: "oneOf",
            actual: given.length === 0 ? "neither" : "both",
            allowed: "either `file` or `url`",
          },
        ];
  return [...check.found, ...source, ...checkTags(inputs.tags)];
}

function planAttachment(id: string | undefined, inputs: AttachmentInputs, observed: Observation): Move {
  const { attachment, tags } = observed;
  if (attachment === undefined) {
    if (id !== undefined) return { move: "look", parts: ["attachment"] };
    const { file, url, contentHash, identity } = inputs;
    const step = { operation: "createRegistrationAttachment", file, url, contentHash, identity } as const;
    return { move: "apply", steps: [{ ...step, tags: inputs.tags ?? {} }] };
  }
  if (attachment === GONE) return { move: "refuse", refusal: attachmentGone(id ?? "") };
  const rule = UPLOAD_RULES[attachment.attachmentStatus];
  if (rule === "failed") {
    return { move: "refuse", refusal: uploadFailed(attachment.registrationAttachmentId, attachment.uploadErrorReason) };
  }
  if (rule === undefined) {
    const what = `Attachment ${attachment.registrationAttachmentId} is ${attachment.attachmentStatus}`;
    return { move: "wait", what, timeoutMs: UPLOAD_TIMEOUT_MS, keep: true, parts: ["attachment"], known: {} };
  }
  if (tags === undefined) return { move: "look", parts: ["tags"] };
  const steps = tagSteps(attachment.registrationAttachmentArn, tags, inputs.tags ?? {});
  return steps.length > 0 ? { move: "apply", steps } : { move: "done" };
}

function attachmentGone(attachmentId: string): Refusal {
  return {
    code: "ATTACHMENT_NOT_FOUND",
    message: `Attachment ${attachmentId} does not exist in this account and region. Run \`pulumi refresh\` if it was deleted elsewhere.`,
    keep: false,
  };
}

function uploadFailed(attachmentId: string, reason: string | undefined): Refusal {
  const because = reason === undefined ? "the service gives no reason" : `the service's reason is ${reason}`;
  return {
    code: "UPLOAD_FAILED",
    message:
      `The upload of attachment ${attachmentId} failed; ${because}. Check that the file opens in a viewer, and for a url that ` +
      "the service may read the object; then run `pulumi up --replace` with the resource's URN to upload it again.",
    keep: true,
  };
}

function attachmentOutputs(inputs: AttachmentInputs, observed: Observation): AttachmentState {
  const { attachment } = observed;
  if (attachment === undefined || attachment === GONE) return inputs;
  const { registrationAttachmentArn, attachmentStatus, createdTimestamp } = attachment;
  return { ...inputs, registrationAttachmentArn, attachmentStatus, createdTimestamp };
}

/** A file that a form refers to. It cannot be changed: other content is another attachment. */
export const registrationAttachment: Lifecycle<AttachmentInputs, AttachmentState> = {
  check: checkAttachment,
  file: ({ file }) => (typeof file === "string" ? file : undefined),
  replaces: (_id, state, inputs) =>
    (["contentHash", "url"] as const).filter((name) => (inputs[name] ?? undefined) !== state[name]),
  isReached: (state, inputs) =>
    UPLOAD_RULES[state.attachmentStatus ?? ""] === "ready" && sameTags(state.tags, inputs.tags),
  id: () => undefined,
  recall: (state) => (state.attachmentStatus === undefined ? {} : { tags: state.tags ?? {} }),
  plan: (id, inputs, _state, observed) => planAttachment(id, inputs, observed),
  planDelete: (attachmentId, observed) =>
    observed.attachment === GONE
      ? { move: "done" }
      : { move: "apply", steps: [{ operation: "deleteRegistrationAttachment", attachmentId }] },
  outputs: (inputs, _state, observed) => attachmentOutputs(inputs, observed),
  // Without a status, what the state says of tags is not relied on.
  unfinished: (inputs, _state, observed) => ({
    ...attachmentOutputs(inputs, observed),
    ...(observed.tags === undefined ? { attachmentStatus: undefined } : {}),
    tags: observed.tags,
  }),
  parts: ["attachment", "tags"],
  unread: (state, observed) => unreadWithTags("attachment", state, observed),
  read: (_id, state, observed) => {
    if (observed.attachment === undefined || observed.attachment === GONE) return undefined;
    const { file, contentHash } = state;
    const url = state.url ?? observed.attachment.attachmentUrl;
    const tags = tagInputs(observed.tags, state.tags);
    const inputs = {
      file,
      contentHash,
      url: file === undefined ? url : undefined,
      tags,
      identity: state.identity ?? "",
    };
    return { inputs, state: attachmentOutputs(inputs, observed) };
  },
};
