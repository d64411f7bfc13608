/** What stands over every screen while nothing can be edited. */
export const bannerText = {
  package: 'Client package',
  issued: (when: string, redacted: number) =>
    `Client package issued ${when}. It is read-only; ${redacted} ${redacted === 1 ? 'field is' : 'fields are'} redacted.`,
  intact: (intact: boolean) => (intact ? 'Intact since it was issued.' : 'NOT intact: it was changed after it was issued.'),
  asIssued: 'Results as issued',
  locked: 'Locked scenario',
  lockedText: (name: string) => `Locked: inputs can be read but not changed in “${name}”.`,
  unlock: 'Unlock',
  labelUnlock: (name: string) => `Unlock scenario ${name}`,
};
