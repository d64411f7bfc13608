/** The text of a chosen file; null when it is larger than expected or cannot be read. */
export async function readText(file: File, mostBytes: number): Promise<string | null> {
  if (file.size > mostBytes) return null;
  try {
    return await file.text();
  } catch {
    return null;
  }
}
