/** The stories that are pictured, by their ids: each component whole, and what is easily spoiled. */
export const STORIES = [
  'components-exporthistory--ready',
  'components-exporthistory--all-states',
  'components-exporthistorytable--all-statuses',
  'components-exporthistorytable--all-states',
  'components-exporthistorytable--compact',
  'components-exporthistorytable--failed-with-message',
  'components-exporthistorytable--processing-with-progress',
  'components-exporthistorytable--with-host-columns',
  'components-exporthistorytable--long-texts',
  'components-exporthistorytoolbar--all-states',
  'components-exporthistorytoolbar--statuses-open',
  'components-exporthistorytoolbar--created-open',
  'components-exportstatusbadge--all-states',
  'components-exportformatbadge--all-states',
  'components-exportpermissiongate--all-states',
  'components-exportdetail--ready',
  'components-exportdetail--not-ready-yet',
  'components-exportjobactions--menu',
  'components-exportjobactions--buttons',
  'components-exportrequestform--whole',
  'components-exportrequestform--mistakes',
  'components-pathtemplatefield--folders',
  'components-exportnotifications--several',
  'for-designers-long-texts-and-longer-words--history-in-longer-words',
  'systems-mathership--history',
]

/** The four ways in which each is pictured: what the toolbar sets, and the window's width in pixels. */
export const MODES = {
  light: { globals: 'theme:light', width: 900 },
  dark: { globals: 'theme:dark', width: 900 },
  rtl: { globals: 'direction:rtl', width: 900 },
  narrow: { globals: 'theme:light', width: 360 },
}
