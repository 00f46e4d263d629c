const quote = 0x22;
const backslash = 0x5c;
const space = 0x20;
const firstSurrogate = 0xd800;
const lastSurrogate = 0xdfff;

/** From this length on the engine's own search for what must be escaped is faster. */
const short = 48;

/** A text as JSON, as `JSON.stringify` writes it. */
export function jsonText(text: string): string {
  if (text.length >= short) return JSON.stringify(text);
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    const isEscaped = unit < space || unit === quote || unit === backslash;
    if (isEscaped || (unit >= firstSurrogate && unit <= lastSurrogate)) return JSON.stringify(text);
  }
  return `"${text}"`;
}
