/** Lists and objects of a request that are within each other; what reads variables goes down them by recursion. */
export const maximumLevels = 100;

/** Whether a Content-Type says JSON in UTF-8. */
export function isJsonType(contentType: string | null): boolean {
  const [mediaType = '', ...parameters] = (contentType ?? '').split(';').map((part) => part.trim().toLowerCase());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))?.replace(/^charset=|"/g, '');
  return mediaType === 'application/json' && (charset === undefined || charset === 'utf-8');
}

/** Whether a Content-Encoding leaves the body as it is. */
export function isPlainEncoding(encoding: string | null): boolean {
  return encoding === null || encoding.toLowerCase() === 'identity';
}

/** Whether JSON has more than {@link maximumLevels} levels. */
export function isTooDeep(value: unknown, levels: number = maximumLevels): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((item) => isTooDeep(item, levels - 1));
}
