import { ANY, COMPANY_NAME, type KnownForm, OPT_IN_WORKFLOW, SAMPLE } from "./knownForm";

const STOP = /\b(?:stop|unsubscribe|opt(?:ed)?[\s-]*out)\b/i;
const STOPPED = /\b(?:stop(?:ped)?|unsubscribed?|opt(?:ed)?[\s-]*out|no (?:more|further)|not receive)\b/i;
const HELP = /\b(?:help|info|support|assist\w*|contact|call|e-?mail)\b/i;

/** Where a reviewer reads how people agree, this says too little: forms take 40 characters, reviewers do not. */
const OPT_IN_MIN = 100;

const LEGAL_FORM = /\b(?:inc|incorporated|llc|llp|ltd|limited|corp|corporation|co|company|plc|gmbh|ag|sa|bv|pty)$/;
const PLACEHOLDERS = [
  /\blorem ipsum\b/i,
  /^\W*test(?:ing)?\b\W*(?:test\w*|\d*)?\W*$/i,
  /\btest (?:message|sms|text|company|campaign)\b/i,
  /\bthis is a test\b/i,
  /\bexample\.(?:com|org|net)\b/i,
  /\b(?:todo|tbd|asdf|foobar|xxx+)\b/i,
];

/** Message samples that do not name the company. */
export function unnamedCompany(form: KnownForm): string[] {
  if (!form.knowsAll(COMPANY_NAME)) return [];
  const names = [...form.texts(COMPANY_NAME).map(([, text]) => text), ...form.companyNames].map(bareName);
  const known = names.filter((name) => name !== "");
  if (known.length === 0) return [];
  const isNamed = (text: string) => known.some((name) => bare(text).includes(name));
  return form.texts(SAMPLE).flatMap(([path, text]) => (isNamed(text) ? [] : [path]));
}

/** Messages around consent without a way out, and samples of which not one shows it. */
export function optOutMissing(form: KnownForm): string[] {
  const samples = form.texts(SAMPLE);
  const areSamplesSilent = form.knowsAll(SAMPLE) && samples.every(([, text]) => !STOP.test(text));
  return [
    ...without(STOP, form, /^(?:optInMessage|helpMessage)$/),
    ...without(STOPPED, form, /^stopMessage$/),
    ...(areSamplesSilent ? samples.map(([path]) => path) : []),
  ];
}

/** Messages around consent that do not say where to get help. */
export function helpMissing(form: KnownForm): string[] {
  return without(HELP, form, /^(?:optInMessage|helpMessage)$/);
}

/** Texts that were meant to be replaced. */
export function placeholder(form: KnownForm): string[] {
  return form.texts(ANY).flatMap(([path, text]) => (PLACEHOLDERS.some((one) => one.test(text)) ? [path] : []));
}

/** A way to consent that is told in a few words. */
export function shortOptIn(form: KnownForm): string[] {
  return form.texts(OPT_IN_WORKFLOW).flatMap(([path, text]) => ([...text.trim()].length < OPT_IN_MIN ? [path] : []));
}

function without(wording: RegExp, form: KnownForm, name: RegExp): string[] {
  return form.texts(name).flatMap(([path, text]) => (wording.test(text) ? [] : [path]));
}

/** "Acme Widgets, Inc." as "acme widgets", since messages leave out the legal form. */
function bareName(name: string): string {
  const plain = bare(name);
  return plain.replace(LEGAL_FORM, "").trim() || plain;
}

/** Letters and digits of any script, in lower case, with single spaces between them. */
function bare(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();
}
