/** A regular expression as a tree. There are no captures and no back-references, so nothing but position counts. */
export type Node =
  | { readonly kind: "character"; readonly accepts: CharacterTest }
  | { readonly kind: "sequence"; readonly nodes: readonly Node[] }
  | { readonly kind: "choice"; readonly nodes: readonly Node[] }
  | { readonly kind: "repeat"; readonly node: Node; readonly min: number; readonly max: number }
  | { readonly kind: "look"; readonly node: Node; readonly ahead: boolean; readonly negative: boolean }
  | { readonly kind: "start" }
  | { readonly kind: "end" }
  /** `$`: the end, or before the line terminator that ends the text. */
  | { readonly kind: "lastLineEnd" };

/** Whether a code point belongs to a class of characters. */
export type CharacterTest = (codePoint: number) => boolean;

/** Thrown inside the parser: what follows has no certain meaning here. */
export class NotSupported extends Error {}
