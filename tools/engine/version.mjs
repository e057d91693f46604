// @ts-check

/**
 * The numbers of a version as programs print it: `v3.259.0`, `3.200.1-alpha.5+dirty`.
 * @param {string} text
 * @returns {[number, number, number]}
 */
export function parseVersion(text) {
  const found = /^\s*v?(\d+)\.(\d+)\.(\d+)(?:[-+]\S*)?\s*$/m.exec(text);
  if (!found) throw new Error(`no version in ${JSON.stringify(text.trim().slice(0, 80))}`);
  return [Number(found[1]), Number(found[2]), Number(found[3])];
}

/**
 * Whether `version` is `oldest` or newer, of the same major version.
 * @param {string} version
 * @param {string} oldest
 */
export function isNewEnough(version, oldest) {
  const [major, minor, patch] = parseVersion(version);
  const [oldMajor, oldMinor, oldPatch] = parseVersion(oldest);
  return major === oldMajor && (minor > oldMinor || (minor === oldMinor && patch >= oldPatch));
}
