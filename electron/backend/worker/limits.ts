/** What one task may use before its process is ended. */
export interface TaskLimits {
  /** Processor time in seconds: unlike the clock it does not punish a busy machine. */
  readonly cpuSeconds: number;
  /**
   * Seconds on the clock, for what waits without working, such as a network drive that is
   * gone.
   */
  readonly wallSeconds: number;
  /** Memory of the whole process in bytes, the engine and SQLite's own included. */
  readonly memoryBytes: number;
}

const megabyte = 1024 * 1024;

/**
 * The process with the engine loaded takes about 100 MB; nothing small has needed more
 * than this.
 */
const baseMemoryBytes = 384 * megabyte;

/** A file is held twice while it is brought up to date in memory, and once more as records. */
const memoryPerFileByte = 3;

/**
 * Opening takes 0.02 s of processor time for a project as shipped, and 0.34 s for one of
 * 96 MB with a full journal. Ten seconds are more than the largest honest file needs, and
 * few enough to wait for.
 */
export const openLimits = (fileBytes: number): TaskLimits =>
  ({ cpuSeconds: 10, wallSeconds: 60,
    memoryBytes: baseMemoryBytes + memoryPerFileByte * fileBytes });

/** A picture has a megabyte at most and is looked through once. */
export const pictureLimits: TaskLimits = { cpuSeconds: 2, wallSeconds: 20,
  memoryBytes: baseMemoryBytes };

/**
 * A printed report is read and written once; its length is bounded by what could be drawn
 * in a minute.
 */
export const pdfLimits: TaskLimits = { cpuSeconds: 30, wallSeconds: 120,
  memoryBytes: 1024 * megabyte };

/**
 * A package plans each of its scenarios, and again with hidden inputs moved; a plan takes
 * 0.03 to 4 s (p50, p99).
 */
export const packageLimits: TaskLimits = { cpuSeconds: 180, wallSeconds: 600,
  memoryBytes: 1024 * megabyte };

/** Until a process has loaded and begins; on a busy machine that takes seconds. */
export const startSeconds = 60;
