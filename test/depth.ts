import type {} from 'vitest';

/** What a test may ask its project with `inject`: how many random cases it should draw. */
declare module 'vitest' {
  interface ProvidedContext {
    readonly randomPairs: number;
  }
}
