/** A pattern of the service's model, and its words for people: the arguments of `matches`. */
type Pattern = readonly [RegExp, string];

export const REGION: Pattern = [/^[a-z0-9-]+$/, "an AWS region such as us-east-1"];
export const REGISTRATION_ID: Pattern = [/^[A-Za-z0-9_:/-]{1,256}$/, "a registration id or ARN"];
export const RESOURCE_ID: Pattern = [REGISTRATION_ID[0], "the id or ARN of a number, sender id or registration"];
export const REGISTRATION_TYPE: Pattern = [
  /^[A-Za-z0-9_]{1,64}$/,
  "a registration type such as US_TEN_DLC_BRAND_REGISTRATION",
];
