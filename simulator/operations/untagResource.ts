import { operation } from "../operation";
import { required, structure } from "../rules";
import { AmazonResourceName, TagKeyList } from "../shapes";
import { tagsOf } from "../tags";

export const untagResource = operation({
  name: "UntagResource",
  effect: "write",
  request: structure({ ResourceArn: required(AmazonResourceName), TagKeys: required(TagKeyList) }),
  behave(account, request) {
    const tags = tagsOf(account, request.ResourceArn);
    for (const key of request.TagKeys) tags.delete(key);
    return {};
  },
});
