import type { ActionLabels, BulkLabels, DetailLabels } from './job-page-labels.js'
import { createCounted, createPlural } from './plural.js'

const plural = createPlural('de')
const counted = createCounted('de')

/** The words of a job's actions in German. */
export const actions: ActionLabels = {
  column: 'Aktionen',
  menu: ({ what }) => `Aktionen für ${what}`,
  names: {
    open: 'Öffnen',
    download: 'Herunterladen',
    cancel: 'Export abbrechen',
    retry: 'Wiederholen',
    rerun: 'Erneut ausführen',
    delete: 'Löschen',
  },
  nameOf: ({ name, what }) => `${name}: ${what}`,
  source: 'Zur Berichtsseite',
  confirmDelete: ({ count, countText, what }) => ({
    title: plural(count, { one: `${what} löschen?`, other: `${countText} Exporte löschen?` }),
    text: plural(count, {
      one: 'Der Export verschwindet aus dem Verlauf und die Datei lässt sich nicht mehr herunterladen. Die Datensätze selbst bleiben erhalten.',
      other:
        'Die Exporte verschwinden aus dem Verlauf und die Dateien lassen sich nicht mehr herunterladen. Die Datensätze selbst bleiben erhalten.',
    }),
  }),
  keep: 'Behalten',
  undo: 'Rückgängig machen',
  done: {
    open: counted({ one: 'Export geöffnet', other: '# Exporte geöffnet' }),
    download: counted({
      one: 'Export an den Browser übergeben',
      other: '# Exporte an den Browser übergeben',
    }),
    cancel: counted({
      one: 'Abbruch des Exports angefordert',
      other: 'Abbruch von # Exporten angefordert',
    }),
    retry: counted({ one: 'Export erneut gestartet', other: '# Exporte erneut gestartet' }),
    rerun: counted({ one: 'Export neu angefordert', other: '# Exporte neu angefordert' }),
    delete: counted({ one: 'Export gelöscht', other: '# Exporte gelöscht' }),
  },
  failed: {
    open: 'Öffnen fehlgeschlagen',
    download: 'Herunterladen fehlgeschlagen',
    cancel: 'Abbrechen fehlgeschlagen',
    retry: 'Wiederholen fehlgeschlagen',
    rerun: 'Erneutes Ausführen fehlgeschlagen',
    delete: 'Löschen fehlgeschlagen',
  },
  refusals: {
    unsupported: 'Das ist hier nicht möglich.',
    not_permitted: 'Dazu sind Sie nicht berechtigt.',
    backend: 'Das ist momentan nicht möglich.',
    not_ready: 'Der Status des Exports ist noch nicht bekannt.',
  },
  errors: {
    unauthenticated: 'Sie sind abgemeldet. Melden Sie sich an und versuchen Sie es noch einmal.',
    forbidden:
      'Dazu sind Sie nicht berechtigt. Prüfen Sie, ob das richtige Unternehmen ausgewählt ist.',
    not_found: 'Diesen Export gibt es nicht mehr.',
    gone: 'Dieser Export wurde entfernt.',
    conflict: 'Der Export hat sich inzwischen geändert. Die Liste zeigt den aktuellen Stand.',
    rate_limited: 'Zu viele Anfragen. Versuchen Sie es gleich noch einmal.',
    unavailable: 'Auf dem Server ist ein Problem aufgetreten. Versuchen Sie es gleich noch einmal.',
    timeout: 'Der Server hat nicht rechtzeitig geantwortet. Versuchen Sie es noch einmal.',
    offline:
      'Der Server ist nicht erreichbar. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',
    bad_response:
      'Die Antwort des Servers war unverständlich. Versuchen Sie es später noch einmal.',
    invalid: 'Der Server hat die Anfrage abgelehnt.',
  },
  clickToDownload: 'Zum Herunterladen klicken',
  saving: ({ share, size }) =>
    share === null ? `${size} werden gespeichert` : `${share} gespeichert`,
  tabText:
    'Der Download beginnt in diesem Tab. Schließen Sie ihn, sobald die Datei heruntergeladen ist.',
  savedInstead:
    'Hier lässt sich die Datei nicht an einem Ort Ihrer Wahl speichern. Der Browser lädt sie herunter.',
  saved: 'Datei gespeichert',
  cancelConflict: 'Der Export ist bereits beendet.',
}

/** The words of the selection in German. */
export const bulk: BulkLabels = {
  bar: 'Ausgewählte Exporte',
  selected: ({ countText }) => `${countText} ausgewählt`,
  selectPage: 'Alle auf dieser Seite auswählen',
  select: ({ what, when }) => (when === null ? `${what} auswählen` : `${what}, ${when} auswählen`),
  clear: 'Auswahl aufheben',
  progress: ({ done, total }) => `${done} von ${total}`,
  failed: ({ countText }) => `Bei ${countText} nicht möglich:`,
  failure: ({ what, reason }) => `${what}: ${reason}`,
}

/** The words of a job's own page in German. */
export const detail: DetailLabels = {
  back: 'Zurück zum Exportverlauf',
  loading: 'Export wird geladen',
  fields: {
    id: 'Exportnummer',
    started: 'Gestartet',
    queuedFor: 'Wartezeit',
    ranFor: 'Laufzeit',
    fileExpires: 'Datei',
  },
  request: 'Anforderung',
  yes: 'Ja',
  no: 'Nein',
  files: 'Dateien',
  checksum: 'Prüfsumme',
  downloadFile: ({ name }) => `${name} herunterladen`,
  downloadAll: 'Alle herunterladen',
  fileStarted: 'An den Browser übergeben',
  incomplete: 'Diese Datei ist unvollständig',
  notes: 'Hinweise',
  failure: 'Grund des Fehlers',
  noReason: 'Der Server hat keinen Grund genannt.',
  notReady: 'Die Datei ist noch nicht fertig. Diese Seite aktualisiert sich von selbst.',
  stale: ({ reason }) =>
    `Aktualisierung nicht möglich: ${reason}. Angezeigt wird der letzte bekannte Stand.`,
  removedOn: ({ date, relative }) => (relative === null ? date : `${date}, ${relative}`),
  availableUntil: ({ date, relative }) =>
    relative === null ? `Verfügbar bis ${date}` : `Verfügbar bis ${date}, ${relative}`,
  fileExpired: ({ date }) => `Seit ${date} nicht mehr verfügbar`,
  expiresSoon: ({ relative }) => `Datei läuft ${relative} ab`,
  removedSoon: ({ relative }) => `Wird ${relative} entfernt`,
  notFound: {
    title: 'Dieser Export wurde nicht gefunden',
    text: 'Prüfen Sie den Link. Möglicherweise wurde der Export gelöscht.',
  },
  otherScope: {
    title: 'Dieser Export wurde nicht gefunden',
    text: 'Vielleicht gehört er zu einem anderen Unternehmen: Prüfen Sie, ob das richtige ausgewählt ist. Er kann auch gelöscht worden sein.',
  },
  removed: {
    title: 'Dieser Export wurde entfernt',
    text: 'Auch die Datei ist nicht mehr vorhanden. Exportieren Sie erneut, wenn Sie sie noch brauchen.',
  },
  pastRetention: {
    title: 'Dieser Export wurde nach Ablauf der Frist entfernt',
    text: 'Exporte werden nur begrenzte Zeit aufbewahrt. Exportieren Sie erneut, wenn Sie die Datei noch brauchen.',
  },
  deleted: {
    title: 'Sie haben diesen Export gelöscht',
    text: 'Er ist nicht mehr im Verlauf, und auch die Datei ist nicht mehr vorhanden.',
  },
  denied: {
    title: 'Sie haben keinen Zugriff auf diesen Export',
    text: 'Prüfen Sie, ob das richtige Unternehmen ausgewählt ist, oder bitten Sie den Administrator um Zugriff.',
  },
}
