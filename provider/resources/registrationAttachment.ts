import type * as pulumi from "@pulumi/pulumi";
import { identityOf } from "./identity";
import { SmsResource } from "./resource";

import provider = require("../hosts/dynamic/registrationAttachment");

/** The arguments of a {@link RegistrationAttachment}: either `file` or `url`. */
export interface RegistrationAttachmentArgs {
  /**
   * A PDF, JPEG or PNG file of up to 5 MB, told by its bytes; relative to the program's folder. Some fields take less.
   * Changing the file's content replaces the attachment: the new one is there before the old one is deleted.
   * AttachmentBody of CreateRegistrationAttachment.
   *
   * @default none: `url` is declared
   */
  file?: pulumi.Input<string>;
  /**
   * An `s3://bucket/key` URL of such a file, which the service reads itself: AttachmentUrl of
   * CreateRegistrationAttachment. Changing it replaces the attachment.
   *
   * @default none: `file` is declared
   */
  url?: pulumi.Input<string>;
  /** Up to 200 tags. Changing them updates in place: TagResource, UntagResource. @default no tags */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /**
   * What makes this attachment the same one when the answer to its creation was lost: with the content, the seed of
   * CreateRegistrationAttachment's ClientToken. Changing it does nothing.
   *
   * @default the resource's URN
   */
  identity?: pulumi.Input<string>;
  /**
   * The AWS region. Changing it replaces the attachment.
   *
   * @default `aws:region` of the stack, then the AWS SDK's own chain
   */
  region?: pulumi.Input<string>;
}

/** What {@link RegistrationAttachment.get} looks an attachment up by. */
export interface RegistrationAttachmentState {
  /** The AWS region to look in. @default as for {@link RegistrationAttachmentArgs.region} */
  region?: pulumi.Input<string>;
}

/**
 * A file that forms refer to, such as the picture of an opt-in form.
 *
 * Creating it calls CreateRegistrationAttachment and waits for UPLOAD_COMPLETE, since a field can only refer to a
 * complete upload. Deleting it calls DeleteRegistrationAttachment.
 *
 * @example
 * ```typescript
 * const optIn = new sms.RegistrationAttachment("opt-in", { file: "./opt-in.png" });
 * // in the fields of a RegistrationVersion:
 * const fields = { "messagingUseCase.optInImage": { attachmentId: optIn.id } };
 * ```
 */
export class RegistrationAttachment extends SmsResource {
  /** The file that was uploaded, as declared. */
  declare readonly file: pulumi.Output<string | undefined>;
  /** The `s3://` URL that the service read, as declared. */
  declare readonly url: pulumi.Output<string | undefined>;
  /** The tags that are declared. */
  declare readonly tags: pulumi.Output<Record<string, string> | undefined>;
  /** The region it is in. */
  declare readonly region: pulumi.Output<string>;
  /** SHA-256 of the file's bytes, hexadecimal. */
  declare readonly contentHash: pulumi.Output<string | undefined>;
  /** The ARN: what IAM policies and tags refer to. */
  declare readonly registrationAttachmentArn: pulumi.Output<string>;
  /** UPLOAD_IN_PROGRESS, UPLOAD_COMPLETE or UPLOAD_FAILED, as DescribeRegistrationAttachments said when it was last read. */
  declare readonly attachmentStatus: pulumi.Output<string>;
  /** When it was uploaded, ISO 8601. */
  declare readonly createdTimestamp: pulumi.Output<string>;

  /**
   * Declares an attachment.
   *
   * @param name - The resource's name in the program; the service does not see it.
   * @param args - What is declared.
   * @param opts - Pulumi's own options, such as `protect` and `dependsOn`.
   */
  constructor(name: string, args: RegistrationAttachmentArgs, opts?: pulumi.CustomResourceOptions) {
    const identity = args.identity ?? identityOf("RegistrationAttachment", name, opts);
    super("RegistrationAttachment", provider, name, { ...OUTPUTS, ...args, identity }, opts);
  }

  /** Reads an attachment that is managed elsewhere, by its id. */
  static get(
    name: string,
    id: pulumi.Input<pulumi.ID>,
    state: RegistrationAttachmentState = {},
    opts?: pulumi.CustomResourceOptions,
  ): RegistrationAttachment {
    return new RegistrationAttachment(name, state, { ...opts, id });
  }
}

/** A dynamic resource has the outputs that are named when it is made. */
const OUTPUTS = {
  file: undefined,
  url: undefined,
  tags: undefined,
  region: undefined,
  contentHash: undefined,
  registrationAttachmentArn: undefined,
  attachmentStatus: undefined,
  createdTimestamp: undefined,
};
