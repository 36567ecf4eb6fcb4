/** Whose exports are shown; a real host takes both from its session. */
export const OWNER = { scope: { companyId: '7' }, userKey: 'ann' } as const

/** Where the exports' API is; also its name, so that server and browser share their answers. */
export const API_BASE = '/api'

/** The zone of dates and times; said, so that server and browser write the same. */
export const TIME_ZONE = 'Europe/Berlin'
