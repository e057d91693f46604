import { findAttachment } from "../account";
import { attachmentInformation, matches, requireFilterValues } from "../describe";
import { operation } from "../operation";
import { page } from "../pages";
import { settleAttachment } from "../review";
import { structure } from "../rules";
import { filters, MaxResults, NextToken, RegistrationAttachmentIdList } from "../shapes";
import { attachmentStatuses } from "../statuses";

export const describeRegistrationAttachments = operation({
  name: "DescribeRegistrationAttachments",
  effect: "read",
  request: structure({
    RegistrationAttachmentIds: RegistrationAttachmentIdList,
    Filters: filters("attachment-status"),
    NextToken,
    MaxResults,
  }),
  behave(account, request, context) {
    const { nowMs, settings, touch } = context;
    requireFilterValues(request.Filters, "attachment-status", attachmentStatuses);
    const named = new Set(
      request.RegistrationAttachmentIds?.map((id) => findAttachment(account, id, settings.deleted)),
    );
    const candidates = [...account.attachments.values()].filter((attachment) =>
      named.size > 0 ? named.has(attachment) : attachment.status !== "DELETED" || settings.deleted === "listed",
    );
    for (const attachment of candidates) if (settleAttachment(attachment, nowMs)) touch();
    const found = candidates.filter(({ status }) => matches(request.Filters, { "attachment-status": [status] }));
    const { items, NextToken } = page("DescribeRegistrationAttachments", found, ({ order }) => order, request, context);
    for (const attachment of items) {
      if (attachment.readsLeft === 0) continue;
      attachment.readsLeft--;
      touch();
    }
    const RegistrationAttachments = items.map((attachment) => ({
      ...attachmentInformation(account, attachment),
      AttachmentUrl: attachment.url,
    }));
    return { RegistrationAttachments, NextToken };
  },
});
