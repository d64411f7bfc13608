import { importDialog } from '../../state/import-file.ts';

/** Asks for a file and shows what it holds. */
export function chooseImport(): void {
  const picker = document.createElement('input');
  picker.type = 'file';
  picker.addEventListener('change', () => {
    const file = picker.files?.[0];
    if (file !== undefined) importDialog.open(file);
  });
  picker.click();
}
