/** All pages of a listing, in their order. */
export async function pages<T extends { NextToken?: string }>(
  page: (token: string | undefined) => Promise<T>,
): Promise<T[]> {
  const all: T[] = [];
  let token: string | undefined;
  do {
    const next = await page(token);
    all.push(next);
    token = next.NextToken;
  } while (token !== undefined);
  return all;
}
