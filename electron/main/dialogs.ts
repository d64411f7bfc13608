import { dialog, type BrowserWindow, type FileFilter } from 'electron';
import { extname, join } from 'node:path';

const filters: Readonly<Record<string, FileFilter>> = {
  '.aifp': { name: 'AI Factory Planner project', extensions: ['aifp'] },
  '.pdf': { name: 'PDF document', extensions: ['pdf'] },
  '.csv': { name: 'CSV table', extensions: ['csv'] },
  '.svg': { name: 'SVG drawing', extensions: ['svg'] },
  '.png': { name: 'PNG image', extensions: ['png'] },
  '.json': { name: 'JSON document', extensions: ['json'] },
  '.xlsx': { name: 'Excel workbook', extensions: ['xlsx'] },
};

/** The kind of file a suggested name asks for; anything else may have any name. */
export function filtersFor(suggestedName: string): FileFilter[] {
  const filter = filters[extname(suggestedName).toLowerCase()];
  return filter === undefined ? [] : [filter];
}

/** Asks with the system's own dialog; null when the person thinks better of it. */
export async function chooseFile(
  window: BrowserWindow, purpose: 'open' | 'save', suggestedName: string, folder: string,
): Promise<string | null> {
  if (purpose === 'open') {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      defaultPath: folder, filters: filtersFor('project.aifp'), properties: ['openFile'],
    });
    return canceled ? null : filePaths[0] ?? null;
  }
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: join(folder, suggestedName), filters: filtersFor(suggestedName),
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  return canceled || filePath === '' ? null : filePath;
}
