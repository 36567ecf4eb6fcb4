import { actions, bulk, detail } from './es-job-page.js'
import { notifications } from './es-notifications.js'
import type { ExportLabels } from './labels.js'
import { createCounted, createPlural } from './plural.js'

const plural = createPlural('es')
const counted = createCounted<'one' | 'many'>('es')

/** The words of pages that show exports, in Spanish. */
export const spanishPage: ExportLabels = {
  columns: {
    format: 'Formato',
    dateRange: 'Período',
    reportType: 'Tipo de informe',
    status: 'Estado',
    created: 'Creación',
    download: 'Descarga',
    name: 'Nombre',
    entityTypes: 'Tipos de entidad',
    source: 'Origen',
    createdBy: 'Solicitada por',
    progress: 'Progreso',
    rows: 'Filas',
    size: 'Tamaño',
    completed: 'Finalización',
    removed: 'Eliminación',
  },
  statuses: {
    pending: 'Pendiente',
    processing: 'En curso',
    canceling: 'Cancelando',
    completed: 'Completada',
    failed: 'Error',
    canceled: 'Cancelada',
    expired: 'Caducada',
    unknown: 'Desconocido',
  },
  statusWords: {},
  formats: {},
  reportTypes: {},
  entityTypes: {},
  sources: { manual: 'Manual', schedule: 'Programada' },
  job: {
    noValue: '—',
    dateRangeFrom: ({ date }) => `Desde: ${date}`,
    dateRangeTo: ({ date }) => `Hasta: ${date}`,
    progress: 'Progreso',
    rowsOfTotal: ({ done, total }) => `${done} de ${total} filas`,
    rowsDone: ({ count, done }) =>
      plural(count, { one: `${done} fila`, many: `${done} de filas`, other: `${done} filas` }),
    queuePosition: ({ position }) => `Número ${position} en la cola`,
    stuck: 'Tarda más de lo habitual',
    stuckHelp: ({ what }) => `Tarda más de lo habitual: qué hacer con ${what}`,
    stuckText:
      'Es posible que termine por sí sola. Si no, el equipo de asistencia puede consultarla.',
    moreWarnings: counted({
      one: 'y # nota más',
      many: 'y # de notas más',
      other: 'y # notas más',
    }),
    download: 'Descargar',
    downloadJob: ({ what, when }) =>
      when === null ? `Descargar ${what}` : `Descargar ${what}, ${when}`,
    dateTimeWithZone: ({ dateTime, zone }) => `${dateTime}, ${zone}`,
  },
  table: {
    title: 'Historial de exportaciones',
    caption: 'Exportaciones',
    sortAscending: 'Ordenar de forma ascendente',
    sortDescending: 'Ordenar de forma descendente',
    loading: 'Cargando exportaciones',
    refresh: 'Actualizar',
    refreshing: 'Actualizando',
    refreshed: 'La lista está actualizada',
    refreshFailed: 'No se ha podido actualizar la lista',
    tryAgain: 'Intentar de nuevo',
    reference: 'Referencia para asistencia:',
    copyReference: 'Copiar',
    referenceCopied: 'Copiado',
    empty: {
      title: 'Aún no hay exportaciones',
      text: 'Inicie una exportación desde la página de un informe. Aparecerá aquí y podrá descargarla cuando esté lista.',
    },
    noMatch: {
      title: 'Ninguna exportación coincide con estos filtros',
      text: 'Quite o cambie algún filtro para ver más.',
    },
    denied: {
      title: 'No tiene acceso a estas exportaciones',
      text: 'Compruebe que está seleccionada la empresa correcta o pida permiso a un administrador.',
    },
    stale: ({ time, reason }) =>
      `Sin poder comprobar desde: ${time}. ${reason}. Se muestra el último estado conocido.`,
    unreadable: counted({
      one: 'No se ha podido leer # fila',
      many: 'No se han podido leer # de filas',
      other: 'No se han podido leer # filas',
    }),
    newRows: counted({
      one: 'Mostrar # fila nueva',
      many: 'Mostrar # de filas nuevas',
      other: 'Mostrar # filas nuevas',
    }),
    vanished: counted({
      one: '# exportación ya no figura aquí',
      many: '# de exportaciones ya no figuran aquí',
      other: '# exportaciones ya no figuran aquí',
    }),
    vanishedNote: 'Ya no figura aquí',
    unreadableDetails: 'Detalles',
    reversedRange: 'El período de creación termina antes de empezar, así que se ha omitido.',
    corrected: 'Una parte de este enlace no se ha entendido y se ha omitido.',
    dismiss: 'Descartar',
  },
  toolbar: {
    toolbar: 'Filtros',
    status: 'Estado',
    format: 'Formato',
    reportType: 'Tipo de informe',
    created: 'Creación',
    source: 'Origen',
    withWarnings: 'Con notas',
    withoutWarnings: 'Sin notas',
    search: 'Buscar por nombre',
    clearSearch: 'Borrar búsqueda',
    chosen: counted({
      one: '# seleccionado',
      many: '# seleccionados',
      other: '# seleccionados',
    }),
    clear: 'Borrar',
    clearAll: 'Borrar filtros',
    activeFilters: 'Filtros activos',
    removeFilter: ({ filter }) => `${filter}, quitar filtro`,
    filterChip: ({ name, value }) => `${name}: ${value}`,
    close: 'Cerrar',
  },
  calendar: {
    from: 'Desde',
    to: 'Hasta',
    since: ({ date }) => `Desde: ${date}`,
    until: ({ date }) => `Hasta: ${date}`,
    presets: 'Períodos predefinidos',
    today: 'Hoy',
    last7Days: 'Últimos 7 días',
    last30Days: 'Últimos 30 días',
    thisMonth: 'Este mes',
    timeZone: ({ zone }) => `Zona horaria de los días: ${zone}`,
    reversed: 'El último día es anterior al primero.',
    apply: 'Aplicar',
    loading: 'Cargando el calendario',
    unavailable: 'No se ha podido cargar el calendario. Escriba los días.',
    months: 'Meses',
    previousMonth: 'Mes anterior',
    nextMonth: 'Mes siguiente',
    day: ({ day, date, isToday, isChosen }) =>
      [day, date, isToday ? 'hoy' : '', isChosen ? 'seleccionado' : ''].filter(Boolean).join(', '),
  },
  pager: {
    pager: 'Páginas',
    pageSize: 'Filas por página',
    range: ({ from, to, total, isCapped }) =>
      isCapped ? `${from}–${to} de más de ${total}` : `${from}–${to} de ${total}`,
    rangeWithoutTotal: ({ from, to }) => `${from}–${to}`,
    rowCount: counted({ one: '# fila', many: '# de filas', other: '# filas' }),
    first: 'Primera página',
    previous: 'Página anterior',
    next: 'Página siguiente',
    last: 'Última página',
    page: ({ page }) => `Página ${page}`,
  },
  announcements: {
    changed: {
      pending: counted({
        one: '# exportación pendiente de nuevo',
        many: '# de exportaciones pendientes de nuevo',
        other: '# exportaciones pendientes de nuevo',
      }),
      processing: counted({
        one: '# exportación en curso',
        many: '# de exportaciones en curso',
        other: '# exportaciones en curso',
      }),
      canceling: counted({
        one: '# exportación en proceso de cancelación',
        many: '# de exportaciones en proceso de cancelación',
        other: '# exportaciones en proceso de cancelación',
      }),
      completed: counted({
        one: '# exportación completada',
        many: '# de exportaciones completadas',
        other: '# exportaciones completadas',
      }),
      failed: counted({
        one: '# exportación con error',
        many: '# de exportaciones con error',
        other: '# exportaciones con error',
      }),
      canceled: counted({
        one: '# exportación cancelada',
        many: '# de exportaciones canceladas',
        other: '# exportaciones canceladas',
      }),
      expired: counted({
        one: '# exportación caducada',
        many: '# de exportaciones caducadas',
        other: '# exportaciones caducadas',
      }),
      unknown: counted({
        one: '# exportación con estado desconocido',
        many: '# de exportaciones con estado desconocido',
        other: '# exportaciones con estado desconocido',
      }),
    },
  },
  popUp: {
    region: 'Problemas de descarga',
    title: 'No se pudo descargar',
    close: 'Cerrar',
    refusals: {
      unsupported: 'Aquí no se pueden descargar archivos.',
      permission_pending:
        'Aún se están comprobando sus permisos. Inténtelo de nuevo en unos instantes.',
      not_permitted: 'No tiene permiso para descargar este archivo.',
      backend: 'Este archivo no se puede descargar en este momento.',
      not_ready: 'La exportación aún no está lista. Inténtelo de nuevo cuando se complete.',
      failed: 'La exportación ha fallado, por lo que no tiene archivo.',
      canceled: 'La exportación se ha cancelado, por lo que no tiene archivo.',
      no_file: 'La exportación se ha completado, pero no tiene archivo.',
      file_expired: 'El archivo ya no está disponible. Vuelva a exportarlo.',
      emailed: 'El archivo se ha enviado por correo electrónico.',
      already_finished: 'La exportación ya ha terminado.',
      already_canceling: 'La exportación ya se está cancelando.',
      not_failed: 'La exportación no ha fallado.',
      unfinished: 'La exportación aún está en curso.',
      no_parameters: 'La solicitud no se ha conservado.',
    },
    errors: {
      unauthenticated: 'Su sesión se ha cerrado. Inicie sesión e inténtelo de nuevo.',
      forbidden:
        'No tiene acceso a este archivo. Compruebe que está seleccionada la empresa correcta.',
      not_found: 'Esta exportación ya no existe.',
      gone: 'El archivo se ha eliminado. Vuelva a exportarlo.',
      not_ready: 'La exportación aún no está lista. Inténtelo de nuevo cuando se complete.',
      no_file: 'La exportación se ha completado, pero no tiene archivo.',
      conflict: 'La exportación ha cambiado mientras tanto. Actualice e inténtelo de nuevo.',
      rate_limited: 'Demasiadas solicitudes. Inténtelo de nuevo en unos instantes.',
      unavailable:
        'No se ha podido crear el enlace de descarga. Inténtelo de nuevo en unos instantes.',
      timeout: 'El servidor ha tardado demasiado en responder. Inténtelo de nuevo.',
      offline:
        'No se ha podido conectar con el servidor. Compruebe su conexión e inténtelo de nuevo.',
      bad_response:
        'No se ha podido interpretar la respuesta del servidor. Inténtelo de nuevo más tarde.',
    },
  },
  request: {
    dialogTitle: 'Nueva exportación',
    close: 'Cerrar',
    loading: 'Cargando el formulario',
    export: 'Exportar',
    download: ({ format }) => (format === null ? 'Descargar' : `Descargar ${format}`),
    more: 'Más formas de exportar',
    directly: 'Ahora',
    background: 'En segundo plano',
    inBackground: ({ format }) =>
      format === null ? 'Exportar en segundo plano' : `Exportar ${format} en segundo plano`,
    options: 'Todas las opciones',
    incomplete: 'Falta elegir algo más.',
  },
  actions,
  bulk,
  detail,
  notifications,
  errors: {
    unauthenticated: {
      title: 'Su sesión se ha cerrado',
      text: 'Vuelva a iniciar sesión para ver las exportaciones.',
    },
    forbidden: {
      title: 'No tiene acceso a estas exportaciones',
      text: 'Compruebe que está seleccionada la empresa correcta o pida permiso a un administrador.',
    },
    not_found: { title: 'No encontrado', text: 'Es posible que se haya eliminado.' },
    gone: { title: 'Ya no está disponible', text: 'Se ha eliminado.' },
    not_ready: {
      title: 'Aún no está listo',
      text: 'Inténtelo de nuevo cuando se complete la exportación.',
    },
    no_file: {
      title: 'Sin archivo',
      text: 'La exportación se ha completado, pero no tiene archivo.',
    },
    conflict: {
      title: 'Ha cambiado mientras tanto',
      text: 'Actualice para ver el estado actual.',
    },
    invalid: {
      title: 'Se ha rechazado la solicitud',
      text: 'Cambie los filtros e inténtelo de nuevo.',
    },
    rate_limited: {
      title: 'Demasiadas solicitudes',
      text: 'Espere unos instantes e inténtelo de nuevo.',
    },
    unavailable: {
      title: 'El servidor tiene un problema',
      text: 'No es culpa suya. Inténtelo de nuevo en unos instantes.',
    },
    timeout: {
      title: 'El servidor no ha respondido a tiempo',
      text: 'Inténtelo de nuevo en unos instantes.',
    },
    offline: {
      title: 'No se ha podido conectar con el servidor',
      text: 'Compruebe su conexión.',
    },
    bad_response: {
      title: 'No se ha podido interpretar la respuesta',
      text: 'Inténtelo de nuevo más tarde. Si el problema continúa, avise al equipo de asistencia.',
    },
    aborted: { title: 'La solicitud se ha interrumpido', text: 'Inténtelo de nuevo.' },
  },
}
