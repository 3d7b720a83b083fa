/** The two classes that browsers and Node both have as globals and that no ECMAScript library declares. */
declare class TextEncoder {
  encode(text?: string): Uint8Array;
}
declare class TextDecoder {
  constructor(label?: string, options?: { readonly fatal?: boolean });
  decode(bytes?: ArrayBuffer | ArrayBufferView): string;
}
