/** Keys of a tariff that are read. */
const read = new Set(['label', 'name', 'utility', 'sector', 'startdate', 'enddate', 'source', 'uri',
  'energyratestructure', 'energyweekdayschedule', 'energyweekendschedule', 'demandratestructure',
  'demandweekdayschedule', 'demandweekendschedule', 'flatdemandstructure', 'flatdemandmonths',
  'flatdemandunit', 'coincidentratestructure', 'coincidentrateschedule', 'fixedchargefirstmeter',
  'fixedchargeunits', 'fixedmonthlycharge', 'mincharge', 'minchargeunits', 'minmonthlycharge',
  'annualmincharge', 'demandwindow', 'demandratchetpercentage', 'lookbackrange', 'lookbackpercent',
  'demandreactivepowercharge', 'peakkwcapacitymin', 'peakkwcapacitymax', 'demandrateunit',
  'coincidentrateunit']);

/** Keys that change no bill: who wrote it down, for whom it is, and comments. */
const plain = new Set(['approved', 'is_default', 'revisions', 'latest_update', 'country', 'eiaid',
  'description', 'sourceparent', 'basicinformationcomments', 'energycomments', 'demandcomments',
  'servicetype', 'voltagecategory', 'phasewiring', 'usenetmetering', 'dgrules', 'supersedes',
  'demandunits', 'peakkwcapacityhistory',
  'peakkwhusagemin', 'peakkwhusagemax', 'peakkwhusagehistory', 'voltageminimum', 'voltagemaximum',
  'flatdemandunits', 'version', 'errors', 'attrs', 'version_utility']);

/** Keys that may change a bill and are not read, in order. */
export const notRead = (keys: readonly string[]): readonly string[] =>
  keys.filter((key) => !read.has(key) && !plain.has(key)).toSorted();
