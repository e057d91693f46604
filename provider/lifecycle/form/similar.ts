/**
 * The candidate that was meant most likely: at most `maxDistance` edits away, ignoring case. One that differs only in
 * its punctuation is the nearest: "1000" means "1,000", not "100".
 */
export function similar(word: string, candidates: Iterable<string>, maxDistance: number): string | undefined {
  let best: { candidate: string; distance: number } | undefined;
  for (const candidate of candidates) {
    const distance =
      bare(word) === bare(candidate) ? 0 : editDistance(word.toLowerCase(), candidate.toLowerCase(), maxDistance);
    if (distance <= maxDistance && (best === undefined || distance < best.distance)) best = { candidate, distance };
  }
  return best?.candidate;
}

/** Letters and digits of any script. A word without any is as it is, so that two of those are not the same. */
function bare(word: string): string {
  return word.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, "") || word;
}

/** Levenshtein's distance, or infinity where it is beyond `max` by the lengths alone. */
function editDistance(a: string, b: string, max: number): number {
  if (Math.abs(a.length - b.length) > max) return Number.POSITIVE_INFINITY;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
