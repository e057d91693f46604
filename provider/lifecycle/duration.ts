const UNIT_MS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };
/** What a duration looks like. */
export const DURATION = /^(\d+(\.\d+)?[smhd])+$/;

/** The notation of durations in arguments, for messages. */
export const DURATION_NOTATION = 'a duration such as "90s", "30m", "1h30m" or "2d"';

/** The milliseconds of a duration such as `1h30m`, the notation of Pulumi's custom timeouts, with days besides. */
export function durationMs(text: string): number {
  return [...text.matchAll(/([\d.]+)([smhd])/g)].reduce(
    (sum, [, n, unit]) => sum + Number(n) * (UNIT_MS[unit ?? ""] ?? 0),
    0,
  );
}
