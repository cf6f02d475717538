/** What those who write columns tell the one who hands them out. */
export interface Changes {
  /** A column is another one than before. */
  renewed: boolean
  /** More was remembered than should be: it is to be forgotten before the next lead, so that no data makes it grow for ever. */
  full: boolean
}
