import { existsSync, mkdirSync } from 'node:fs';
import { basename, extname, isAbsolute, join, relative, resolve } from 'node:path';
import { cutToBytes } from '../../db/rescue.ts';
import type { BadName, FileProblem } from '../../shared/backend.ts';
import { ok, refuse, type Result } from '../../shared/units/result.ts';

export const projectExtension = '.aifp';

/** Kinds of file a page may have written; a page gone wrong must not leave a program behind. */
const writable: readonly string[] = [projectExtension, '.pdf', '.csv', '.svg', '.png',
  '.json', '.xlsx'];

/**
 * Bytes of a name, so that a number, a word and the extension still fit into the 255 most
 * systems allow.
 */
const nameBytes = 180;

/** Control and writing-direction characters, and what Windows forbids. */
const forbidden = /[\p{Cc}\p{Bidi_Control}<>:"/\\|?*]/gu;

/** Names Windows keeps for devices, whatever extension follows. */
const reserved = /^(con|conin\$|conout\$|prn|aux|nul|(com|lpt)[\d¹²³])( *\..*)?$/i;

/**
 * Why a file name cannot be stored by every system, so that the file could not be handed
 * on; null when it can.
 * @example whyBadName('aux.aifp') // 'reserved'
 * @example whyBadName('a:b.aifp') // 'character'
 * @example whyBadName('Lake 1.aifp') // null
 */
export function whyBadName(name: string): BadName | null {
  const stem = name.slice(0, name.length - extname(name).length);
  if (reserved.test(name.trim())) return 'reserved';
  if (name.search(forbidden) >= 0) return 'character';
  return [name, stem].some((part) => /^ |[. ]$/.test(part)) ? 'ending' : null;
}

/**
 * A file name made of any text: no folders, no characters that a system forbids, never empty.
 * @example safeName('../a:b?') // 'a b'
 */
export function safeName(text: string): string {
  const clean = text.normalize('NFC').replaceAll(forbidden, ' ')
    .replaceAll(/\s+/g, ' ').replaceAll(/^[. ]+|[. ]+$/g, '').slice(0, 100);
  const name = cutToBytes(clean, nameBytes).replaceAll(/[. ]+$/g, '');
  return name === '' || reserved.test(name) ? 'Untitled' : name;
}

/**
 * A file name with one of the extensions a page may write, or null when it asks for another.
 * @example safeFileName('costs.csv') // 'costs.csv'
 */
export function safeFileName(suggested: string): string | null {
  const extension = extname(suggested).toLowerCase();
  if (!writable.includes(extension)) return null;
  return `${safeName(suggested.slice(0, suggested.length - extension.length))}${extension}`;
}

/**
 * A path in `folder` that no file has yet: `name.ext`, `name 2.ext`, … The folder is made
 * if need be.
 */
export function freePath(folder: string, name: string, extension: string): string {
  mkdirSync(folder, { recursive: true });
  for (let count = 1; ; count++) {
    const path = join(folder, `${name}${count === 1 ? '' : ` ${count}`}${extension}`);
    if (!existsSync(path)) return path;
  }
}

/** Whether `path` lies within `folder`, by its parts rather than by its letters. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !/^\.\.[\\/]/.test(way) && !isAbsolute(way);
}

/**
 * Where the page may have files written: the projects folder, and what the person chose
 * in a dialog.
 */
export interface WritePlaces {
  /** Remembers a choice of the native dialog, which has asked before replacing a file. */
  readonly allow: (path: string) => void;
  /**
   * The absolute path to write, or why not. Names without folder are taken in the
   * projects folder.
   */
  readonly resolve: (path: string, extension: string) => Result<string, FileProblem>;
}

export function createWritePlaces(projectsFolder: string): WritePlaces {
  const chosen = new Set<string>();
  return {
    allow: (path) => { chosen.add(resolve(path)); },
    resolve: (raw, extension) => {
      const named = resolve(projectsFolder, raw.trim());
      const path = extname(named).toLowerCase() === extension ? named : `${named}${extension}`;
      if (chosen.has(path)) return ok(path);
      if (!isInside(projectsFolder, path) && !chosen.has(named))
        return refuse({ code: 'denied', path });
      // A dialog has had the system's own word on the name; elsewhere it may be anything.
      const why = chosen.has(named) ? null : whyBadName(basename(path));
      if (why !== null) return refuse({ code: 'bad-name', path, why });
      return existsSync(path) ? refuse({ code: 'exists', path }) : ok(path);
    },
  };
}
