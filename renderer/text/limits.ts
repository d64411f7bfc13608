/** Name of a limit: its code in words, since codes are written to be read. */
export function limitLabel(code: string): string {
  const words = code.replaceAll(/[-_.]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
