/** Where a text is read: it decides how math is written and where links lead. */
export type Channel = 'site' | 'feed' | 'mail'
