import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { referencePages } from '../../build/reference.ts';

describe('generated pages', () => {
  it.each(
    Object.entries(referencePages),
  )('docs/%s is what the tables say now (npm run docs)', (name, write) => {
    expect(readFileSync(join(import.meta.dirname, '../../docs', name), 'utf8')).toBe(write());
  });
});
