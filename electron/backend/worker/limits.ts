/** What one task may use before its process is ended. */
export interface TaskLimits {
  /** Processor time in seconds: unlike the clock it does not punish a busy machine. */
  readonly cpuSeconds: number;
  /** Seconds on the clock, for what waits without working, such as a network drive that is gone. */
  readonly wallSeconds: number;
  /** Memory of the whole process in bytes, the engine and SQLite's own included. */
  readonly memoryBytes: number;
}

const megabyte = 1024 * 1024;

/** The process with the engine loaded takes about 100 MB; nothing small has needed more than this. */
const baseMemoryBytes = 384 * megabyte;

/** A file is held twice while it is brought up to date in memory, and once more as records. */
const memoryPerFileByte = 3;

/**
 * Opening takes 0.1 s for a project as shipped and about a second per 100 MB of file. Ten seconds of
 * processor time are more than any honest file needs, and few enough to wait for.
 */
export const openLimits = (fileBytes: number): TaskLimits =>
  ({ cpuSeconds: 10, wallSeconds: 60, memoryBytes: baseMemoryBytes + memoryPerFileByte * fileBytes });

/** A picture has a megabyte at most and is looked through once. */
export const pictureLimits: TaskLimits = { cpuSeconds: 2, wallSeconds: 20, memoryBytes: baseMemoryBytes };

/** A report of a hundred pages is finished in about a second. */
export const pdfLimits: TaskLimits = { cpuSeconds: 30, wallSeconds: 120, memoryBytes: 1024 * megabyte };

/** A package plans each of its scenarios once: 0.03 to 4 s each (p50, p99 of random plans). */
export const packageLimits: TaskLimits = { cpuSeconds: 60, wallSeconds: 240, memoryBytes: 1024 * megabyte };

/** Until a process has loaded and begins; on a busy machine that takes seconds. */
export const startSeconds = 60;
