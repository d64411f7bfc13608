import manifest from '../../package.json' with { type: 'json' };

/** Version of the application, as files and reports name it. */
export const appVersion: string = manifest.version;
