import { tagList } from "../describe";
import { operation } from "../operation";
import { required, structure } from "../rules";
import { AmazonResourceName } from "../shapes";
import { tagsOf } from "../tags";

export const listTagsForResource = operation({
  name: "ListTagsForResource",
  effect: "read",
  request: structure({ ResourceArn: required(AmazonResourceName) }),
  behave(account, request) {
    return { ResourceArn: request.ResourceArn, Tags: tagList(tagsOf(account, request.ResourceArn)) };
  },
});
