import { operation } from "../operation";
import { required, structure } from "../rules";
import { AmazonResourceName, NonEmptyTagList } from "../shapes";
import { setTags, tagsOf } from "../tags";

export const tagResource = operation({
  name: "TagResource",
  effect: "write",
  request: structure({ ResourceArn: required(AmazonResourceName), Tags: required(NonEmptyTagList) }),
  behave(account, request, { settings }) {
    setTags(tagsOf(account, request.ResourceArn), request.Tags, settings.quotas.TAGS_PER_RESOURCE);
    return {};
  },
});
