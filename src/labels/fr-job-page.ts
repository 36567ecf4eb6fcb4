import type { ActionLabels, BulkLabels, DetailLabels } from './job-page-labels.js'
import { createCounted, createPlural } from './plural.js'

const plural = createPlural('fr')
const counted = createCounted<'one' | 'many'>('fr')

/** The words of a job's actions in French. */
export const actions: ActionLabels = {
  column: 'Actions',
  menu: ({ what }) => `Actions pour ${what}`,
  names: {
    open: 'Ouvrir',
    download: 'Télécharger',
    cancel: 'Annuler l’exportation',
    retry: 'Réessayer',
    rerun: 'Exécuter à nouveau',
    delete: 'Supprimer',
  },
  nameOf: ({ name, what }) => `${name}\u00a0: ${what}`,
  source: 'Accéder à la page du rapport',
  confirmDelete: ({ count, countText, what }) => ({
    title: plural(count, {
      one: `Supprimer «\u00a0${what}\u00a0»\u202f?`,
      many: `Supprimer ${countText} d’exportations\u202f?`,
      other: `Supprimer ${countText} exportations\u202f?`,
    }),
    text: plural(count, {
      one: 'Elle disparaît de l’historique et son fichier ne peut plus être téléchargé. Les données elles-mêmes sont conservées.',
      other:
        'Elles disparaissent de l’historique et leurs fichiers ne peuvent plus être téléchargés. Les données elles-mêmes sont conservées.',
    }),
  }),
  keep: 'Conserver',
  undo: 'Annuler',
  done: {
    open: counted({
      one: '# exportation ouverte',
      many: '# d’exportations ouvertes',
      other: '# exportations ouvertes',
    }),
    download: counted({
      one: '# exportation transmise au navigateur',
      many: '# d’exportations transmises au navigateur',
      other: '# exportations transmises au navigateur',
    }),
    cancel: counted({
      one: 'Annulation demandée pour # exportation',
      many: 'Annulation demandée pour # d’exportations',
      other: 'Annulation demandée pour # exportations',
    }),
    retry: counted({
      one: '# exportation relancée',
      many: '# d’exportations relancées',
      other: '# exportations relancées',
    }),
    rerun: counted({
      one: '# exportation demandée à nouveau',
      many: '# d’exportations demandées à nouveau',
      other: '# exportations demandées à nouveau',
    }),
    delete: counted({
      one: '# exportation supprimée',
      many: '# d’exportations supprimées',
      other: '# exportations supprimées',
    }),
  },
  failed: {
    open: 'Échec de l’ouverture',
    download: 'Échec du téléchargement',
    cancel: 'Échec de l’annulation',
    retry: 'Échec de la nouvelle tentative',
    rerun: 'Échec de la nouvelle exécution',
    delete: 'Échec de la suppression',
  },
  refusals: {
    unsupported: 'Cette action n’est pas possible ici.',
    not_permitted: 'Vous n’êtes pas autorisé à effectuer cette action.',
    backend: 'Cette action n’est pas possible pour le moment.',
    not_ready: 'L’état de l’exportation n’est pas encore connu.',
  },
  errors: {
    unauthenticated: 'Vous êtes déconnecté. Connectez-vous et réessayez.',
    forbidden:
      'Vous n’êtes pas autorisé à effectuer cette action. Vérifiez que la bonne entreprise est sélectionnée.',
    not_found: 'Cette exportation n’existe plus.',
    gone: 'Cette exportation a été supprimée.',
    conflict: 'L’exportation a changé entre-temps. La liste indique son état actuel.',
    rate_limited: 'Trop de demandes. Réessayez dans un instant.',
    unavailable: 'Le serveur a rencontré un problème. Réessayez dans un instant.',
    timeout: 'Le serveur a mis trop de temps à répondre. Réessayez.',
    offline: 'Le serveur est injoignable. Vérifiez votre connexion et réessayez.',
    bad_response: 'La réponse du serveur n’a pas été comprise. Réessayez plus tard.',
    invalid: 'Le serveur a refusé la demande.',
  },
  clickToDownload: 'Cliquer pour télécharger',
  saving: ({ share, size }) =>
    share === null ? `Enregistrement de ${size}` : `Enregistrement\u00a0: ${share}`,
  tabText: 'Le téléchargement démarre dans cet onglet. Fermez-le une fois le fichier téléchargé.',
  savedInstead:
    'Le fichier ne peut pas être enregistré à l’emplacement de votre choix ici. Le navigateur le télécharge.',
  saved: 'Fichier enregistré',
  cancelConflict: 'L’exportation est déjà terminée.',
}

/** The words of the selection in French. */
export const bulk: BulkLabels = {
  bar: 'Exportations sélectionnées',
  selected: counted({
    one: '# sélectionnée',
    many: '# sélectionnées',
    other: '# sélectionnées',
  }),
  selectPage: 'Tout sélectionner sur cette page',
  select: ({ what, when }) =>
    when === null ? `Sélectionner ${what}` : `Sélectionner ${what}, ${when}`,
  clear: 'Effacer la sélection',
  progress: ({ done, total }) => `${done} sur ${total}`,
  failed: ({ countText }) => `Action impossible pour ${countText}\u00a0:`,
  failure: ({ what, reason }) => `${what}\u00a0: ${reason}`,
}

/** The words of a job's own page in French. */
export const detail: DetailLabels = {
  back: 'Retour à l’historique des exportations',
  loading: 'Chargement de l’exportation',
  fields: {
    id: 'Numéro d’exportation',
    started: 'Démarrée le',
    queuedFor: 'Durée d’attente',
    ranFor: 'Durée d’exécution',
    fileExpires: 'Fichier',
  },
  request: 'Demande',
  yes: 'Oui',
  no: 'Non',
  files: 'Fichiers',
  checksum: 'Somme de contrôle',
  downloadFile: ({ name }) => `Télécharger ${name}`,
  downloadAll: 'Tout télécharger',
  fileStarted: 'Transmis au navigateur',
  incomplete: 'Ce fichier est incomplet',
  notes: 'Remarques',
  failure: 'Raison de l’échec',
  noReason: 'Le serveur n’a donné aucune raison.',
  notReady: 'Le fichier n’est pas encore prêt. Cette page s’actualise toute seule.',
  stale: ({ reason }) =>
    `Vérification impossible\u00a0: ${reason}. Le dernier état connu est affiché.`,
  removedOn: ({ date, relative }) => (relative === null ? date : `${date}, ${relative}`),
  availableUntil: ({ date, relative }) =>
    relative === null ? `Disponible jusqu’au ${date}` : `Disponible jusqu’au ${date}, ${relative}`,
  fileExpired: ({ date }) => `N’est plus disponible depuis le ${date}`,
  expiresSoon: ({ relative }) => `Le fichier expire ${relative}`,
  removedSoon: ({ relative }) => `Suppression ${relative}`,
  notFound: {
    title: 'Cette exportation est introuvable',
    text: 'Vérifiez le lien. L’exportation a peut-être été supprimée.',
  },
  otherScope: {
    title: 'Cette exportation est introuvable',
    text: 'Elle appartient peut-être à une autre entreprise\u00a0: vérifiez que la bonne est sélectionnée. Elle peut aussi avoir été supprimée.',
  },
  removed: {
    title: 'Cette exportation a été supprimée',
    text: 'Son fichier aussi. Relancez l’exportation si vous en avez encore besoin.',
  },
  pastRetention: {
    title: 'Cette exportation a été supprimée à l’échéance',
    text: 'Les exportations sont conservées pendant une durée limitée. Relancez l’exportation si vous en avez encore besoin.',
  },
  deleted: {
    title: 'Vous avez supprimé cette exportation',
    text: 'Elle ne figure plus dans l’historique et son fichier n’existe plus.',
  },
  denied: {
    title: 'Vous n’avez pas accès à cette exportation',
    text: 'Vérifiez que la bonne entreprise est sélectionnée ou demandez l’autorisation à un administrateur.',
  },
}
