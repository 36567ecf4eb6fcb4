import type { ActionLabels, BulkLabels, DetailLabels } from './job-page-labels.js'
import { createCounted, createPlural } from './plural.js'

const plural = createPlural('es')
const counted = createCounted<'one' | 'many'>('es')

/** The words of a job's actions in Spanish. */
export const actions: ActionLabels = {
  column: 'Acciones',
  menu: ({ what }) => `Acciones de ${what}`,
  names: {
    open: 'Abrir',
    download: 'Descargar',
    cancel: 'Cancelar exportación',
    retry: 'Reintentar',
    rerun: 'Volver a ejecutar',
    delete: 'Eliminar',
  },
  nameOf: ({ name, what }) => `${name}: ${what}`,
  source: 'Ir a la página del informe',
  confirmDelete: ({ count, countText, what }) => ({
    title: plural(count, {
      one: `¿Eliminar «${what}»?`,
      many: `¿Eliminar ${countText} de exportaciones?`,
      other: `¿Eliminar ${countText} exportaciones?`,
    }),
    text: plural(count, {
      one: 'Desaparece del historial y su archivo ya no se podrá descargar. Los registros en sí se conservan.',
      other:
        'Desaparecen del historial y sus archivos ya no se podrán descargar. Los registros en sí se conservan.',
    }),
  }),
  keep: 'Conservar',
  undo: 'Deshacer',
  done: {
    open: counted({
      one: 'Exportación abierta',
      many: '# de exportaciones abiertas',
      other: '# exportaciones abiertas',
    }),
    download: counted({
      one: 'Exportación entregada al navegador',
      many: '# de exportaciones entregadas al navegador',
      other: '# exportaciones entregadas al navegador',
    }),
    cancel: counted({
      one: 'Cancelación de la exportación solicitada',
      many: 'Cancelación de # de exportaciones solicitada',
      other: 'Cancelación de # exportaciones solicitada',
    }),
    retry: counted({
      one: 'Exportación reiniciada',
      many: '# de exportaciones reiniciadas',
      other: '# exportaciones reiniciadas',
    }),
    rerun: counted({
      one: 'Exportación solicitada de nuevo',
      many: '# de exportaciones solicitadas de nuevo',
      other: '# exportaciones solicitadas de nuevo',
    }),
    delete: counted({
      one: 'Exportación eliminada',
      many: '# de exportaciones eliminadas',
      other: '# exportaciones eliminadas',
    }),
  },
  failed: {
    open: 'No se pudo abrir',
    download: 'No se pudo descargar',
    cancel: 'No se pudo cancelar',
    retry: 'No se pudo reintentar',
    rerun: 'No se pudo volver a ejecutar',
    delete: 'No se pudo eliminar',
  },
  refusals: {
    unsupported: 'Esta acción no es posible aquí.',
    not_permitted: 'No tiene permiso para hacer esto.',
    backend: 'Esta acción no es posible en este momento.',
    not_ready: 'Aún no se conoce el estado de la exportación.',
  },
  errors: {
    unauthenticated: 'Su sesión se ha cerrado. Inicie sesión e inténtelo de nuevo.',
    forbidden:
      'No tiene permiso para hacer esto. Compruebe que está seleccionada la empresa correcta.',
    not_found: 'Esta exportación ya no existe.',
    gone: 'Esta exportación se ha eliminado.',
    conflict: 'La exportación ha cambiado mientras tanto. La lista muestra su estado actual.',
    rate_limited: 'Demasiadas solicitudes. Inténtelo de nuevo en unos instantes.',
    unavailable: 'El servidor tiene un problema. Inténtelo de nuevo en unos instantes.',
    timeout: 'El servidor ha tardado demasiado en responder. Inténtelo de nuevo.',
    offline:
      'No se ha podido conectar con el servidor. Compruebe su conexión e inténtelo de nuevo.',
    bad_response:
      'No se ha podido interpretar la respuesta del servidor. Inténtelo de nuevo más tarde.',
    invalid: 'El servidor ha rechazado la solicitud.',
  },
  clickToDownload: 'Haga clic para descargar',
  saving: ({ share, size }) => (share === null ? `Guardando ${size}` : `Guardando: ${share}`),
  tabText: 'La descarga comienza en esta pestaña. Ciérrela cuando tenga el archivo.',
  savedInstead:
    'Aquí no es posible guardar el archivo en la ubicación que elija. Lo descarga el navegador.',
  saved: 'Archivo guardado',
  cancelConflict: 'La exportación ya ha terminado.',
}

/** The words of the selection in Spanish. */
export const bulk: BulkLabels = {
  bar: 'Exportaciones seleccionadas',
  selected: counted({
    one: '# seleccionada',
    many: '# seleccionadas',
    other: '# seleccionadas',
  }),
  selectPage: 'Seleccionar todas las de esta página',
  select: ({ what, when }) =>
    when === null ? `Seleccionar ${what}` : `Seleccionar ${what}, ${when}`,
  clear: 'Borrar selección',
  progress: ({ done, total }) => `${done} de ${total}`,
  failed: ({ countText }) => `No fue posible en ${countText}:`,
  failure: ({ what, reason }) => `${what}: ${reason}`,
}

/** The words of a job's own page in Spanish. */
export const detail: DetailLabels = {
  back: 'Volver al historial de exportaciones',
  loading: 'Cargando la exportación',
  fields: {
    id: 'Número de exportación',
    started: 'Inicio',
    queuedFor: 'Tiempo en cola',
    ranFor: 'Tiempo de ejecución',
    fileExpires: 'Archivo',
  },
  request: 'Solicitud',
  yes: 'Sí',
  no: 'No',
  files: 'Archivos',
  checksum: 'Suma de comprobación',
  downloadFile: ({ name }) => `Descargar ${name}`,
  downloadAll: 'Descargar todo',
  fileStarted: 'Entregado al navegador',
  incomplete: 'Este archivo está incompleto',
  notes: 'Notas',
  failure: 'Motivo del error',
  noReason: 'El servidor no ha indicado ningún motivo.',
  notReady: 'El archivo aún no está listo. Esta página se actualiza sola.',
  stale: ({ reason }) =>
    `No se ha podido comprobar: ${reason}. Se muestra el último estado conocido.`,
  removedOn: ({ date, relative }) => (relative === null ? date : `${date}, ${relative}`),
  availableUntil: ({ date, relative }) =>
    relative === null ? `Disponible hasta: ${date}` : `Disponible hasta: ${date}, ${relative}`,
  fileExpired: ({ date }) => `Ya no disponible desde: ${date}`,
  expiresSoon: ({ relative }) => `El archivo caduca ${relative}`,
  removedSoon: ({ relative }) => `Se eliminará ${relative}`,
  notFound: {
    title: 'No se ha encontrado esta exportación',
    text: 'Compruebe el enlace. Es posible que la exportación se haya eliminado.',
  },
  otherScope: {
    title: 'No se ha encontrado esta exportación',
    text: 'Puede que pertenezca a otra empresa: compruebe que está seleccionada la correcta. También es posible que se haya eliminado.',
  },
  removed: {
    title: 'Esta exportación se ha eliminado',
    text: 'Su archivo tampoco está disponible. Vuelva a exportar si aún lo necesita.',
  },
  pastRetention: {
    title: 'Esta exportación se ha eliminado al vencer su plazo',
    text: 'Las exportaciones se conservan durante un tiempo limitado. Vuelva a exportar si aún la necesita.',
  },
  deleted: {
    title: 'Ha eliminado esta exportación',
    text: 'Ya no está en el historial, y su archivo tampoco está disponible.',
  },
  denied: {
    title: 'No tiene acceso a esta exportación',
    text: 'Compruebe que está seleccionada la empresa correcta o pida permiso a un administrador.',
  },
}
