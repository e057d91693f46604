import { ANY, EMAIL, type KnownForm, PRIVACY_LINK, SAMPLE, TERMS_LINK, WEBSITE } from "./knownForm";

const FREE_PROVIDERS = new Set(
  (
    "gmail.com googlemail.com yahoo.com ymail.com rocketmail.com outlook.com hotmail.com live.com msn.com " +
    "aol.com icloud.com me.com mac.com proton.me protonmail.com gmx.com gmx.net gmx.de web.de mail.com " +
    "zoho.com yandex.com yandex.ru mail.ru qq.com 163.com 126.com tutanota.com fastmail.com hey.com " +
    "comcast.net att.net verizon.net sbcglobal.net cox.net yahoo.co.uk yahoo.co.in hotmail.co.uk yahoo.fr " +
    "hotmail.fr yahoo.de outlook.de orange.fr rediffmail.com"
  ).split(" "),
);

const SHORTENERS = new Set(
  (
    "bit.ly bitly.com tinyurl.com goo.gl t.co ow.ly is.gd v.gd buff.ly rebrand.ly rb.gy cutt.ly " +
    "shorturl.at t.ly tiny.cc bl.ink lnkd.in s.id soo.gd clck.ru adf.ly tiny.one"
  ).split(" "),
);

/** Support at a mailbox that anybody can have. */
export function freeEmail(form: KnownForm): string[] {
  return form.texts(EMAIL).flatMap(([path, text]) => (FREE_PROVIDERS.has(emailHost(text) ?? "") ? [path] : []));
}

/** Support at another domain than the website's; free providers are told about already. */
export function emailOfOtherDomain(form: KnownForm): string[] {
  const sites = form.texts(WEBSITE).map(([, text]) => host(text));
  if (!form.knowsAll(WEBSITE) || sites.length === 0 || sites.includes(undefined)) return [];
  const domains = sites.map((site) => domain(site ?? ""));
  return form.texts(EMAIL).flatMap(([path, text]) => {
    const at = emailHost(text);
    return at === undefined || FREE_PROVIDERS.has(at) || domains.includes(domain(at)) ? [] : [path];
  });
}

/** One page for privacy policy and terms. */
export function sameLink(form: KnownForm): string[] {
  const privacy = form.texts(PRIVACY_LINK);
  const plain = (link: string) => link.trim().toLowerCase().replace(/\/+$/, "");
  const isSame = ([, terms]: [string, string]) => privacy.some(([, link]) => plain(link) === plain(terms));
  const terms = form.texts(TERMS_LINK).filter(isSame);
  return terms.length === 0 ? [] : [...privacy, ...terms].map(([path]) => path);
}

/** Pages that a reviewer's browser warns of. */
export function insecureLink(form: KnownForm): string[] {
  const links = [...form.texts(PRIVACY_LINK), ...form.texts(TERMS_LINK)].filter(
    ([, text]) => !/^\s*https:/i.test(text),
  );
  const sites = form.texts(WEBSITE).filter(([, text]) => /^\s*http:/i.test(text));
  return [...sites, ...links].map(([path]) => path);
}

/** Links through public shorteners, which carriers block. */
export function shortenedLink(form: KnownForm): string[] {
  const links = (text: string) => text.match(/(?:https?:\/\/)?(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}(?=[/?#])/gi) ?? [];
  return form
    .texts(ANY)
    .filter(([path]) => SAMPLE.test(name(path)) || name(path) === "embeddedLinkSample")
    .flatMap(([path, text]) => (links(text).some((link) => SHORTENERS.has(host(link) ?? "")) ? [path] : []));
}

function name(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1);
}

/** The host of an address, with or without its scheme; `undefined` where there is none. */
function host(text: string): string | undefined {
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text.trim()) ? text.trim() : `https://${text.trim()}`;
  if (!URL.canParse(address)) return undefined;
  const found = new URL(address).hostname.replace(/^www\./, "").replace(/\.$/, "");
  return found.includes(".") ? found : undefined;
}

function emailHost(text: string): string | undefined {
  const [, at] = /^[^\s@]+@([^\s@]+)$/.exec(text.trim()) ?? [];
  return at === undefined ? undefined : host(at);
}

/** The part that a company registers: two labels, or three below the likes of `co.uk`. */
function domain(of: string): string {
  const labels = of.split(".");
  const isBelowCountry = /\.(?:co|com|org|net|gov|ac|edu|or|ne|go)\.[a-z]{2}$/.test(of);
  return labels.slice(isBelowCountry ? -3 : -2).join(".");
}
