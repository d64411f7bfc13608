import { builtInCatalog } from '../../shared/catalog/catalog.ts';
import {
  readModelText, type ModelFile, type ModelFileProblem,
} from '../../shared/plan/entries/own-models.ts';
import { ok, refuse, type Result } from '../../shared/units/result.ts';
import { optionOf, type Args } from './args.ts';

/** `--context` of the command line, where it is given. */
export function contextOption(args: Args): Result<number | undefined, string> {
  const said = optionOf(args, 'context');
  if (said === undefined) return ok(undefined);
  const context = Number(said);
  return Number.isInteger(context) && context > 1 ? ok(context)
    : refuse(`--context: expected a whole number of tokens, got "${said}"`);
}

/** Text of a file in UTF-8 or, by its byte-order mark, in UTF-16. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le'
    : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

/** A model from the bytes of a `config.json`, as the flags of the command line say. */
export function readModelFile(
  bytes: Uint8Array, file: string, named: string | undefined, context: number | undefined,
): Result<ModelFile, ModelFileProblem> {
  return readModelText(decodeText(bytes), file, builtInCatalog, {
    ...(named === undefined ? {} : { named }), ...(context === undefined ? {} : { context }) });
}
