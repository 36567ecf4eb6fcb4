import type { ActionLabels, BulkLabels, DetailLabels } from './job-page-labels.js'
import { createCounted, createPlural } from './plural.js'

const plural = createPlural('pt-BR')
const counted = createCounted<'one' | 'many'>('pt-BR')

/** The words of a job's actions in Brazilian Portuguese. */
export const actions: ActionLabels = {
  column: 'Ações',
  menu: ({ what }) => `Ações de ${what}`,
  names: {
    open: 'Abrir',
    download: 'Baixar',
    cancel: 'Cancelar exportação',
    retry: 'Tentar de novo',
    rerun: 'Executar novamente',
    delete: 'Excluir',
  },
  nameOf: ({ name, what }) => `${name}: ${what}`,
  source: 'Ir para a página do relatório',
  confirmDelete: ({ count, countText, what }) => ({
    title: plural(count, {
      one: `Excluir “${what}”?`,
      many: `Excluir ${countText} de exportações?`,
      other: `Excluir ${countText} exportações?`,
    }),
    text: plural(count, {
      one: 'Ela sai do histórico e o arquivo não poderá mais ser baixado. Os registros em si são mantidos.',
      other:
        'Elas saem do histórico e os arquivos não poderão mais ser baixados. Os registros em si são mantidos.',
    }),
  }),
  keep: 'Manter',
  undo: 'Desfazer',
  done: {
    open: counted({
      one: '# exportação aberta',
      many: '# de exportações abertas',
      other: '# exportações abertas',
    }),
    download: counted({
      one: '# exportação entregue ao navegador',
      many: '# de exportações entregues ao navegador',
      other: '# exportações entregues ao navegador',
    }),
    cancel: counted({
      one: 'Cancelamento de # exportação solicitado',
      many: 'Cancelamento de # de exportações solicitado',
      other: 'Cancelamento de # exportações solicitado',
    }),
    retry: counted({
      one: '# exportação reiniciada',
      many: '# de exportações reiniciadas',
      other: '# exportações reiniciadas',
    }),
    rerun: counted({
      one: '# exportação solicitada novamente',
      many: '# de exportações solicitadas novamente',
      other: '# exportações solicitadas novamente',
    }),
    delete: counted({
      one: '# exportação excluída',
      many: '# de exportações excluídas',
      other: '# exportações excluídas',
    }),
  },
  failed: {
    open: 'Falha ao abrir',
    download: 'Falha ao baixar',
    cancel: 'Falha ao cancelar',
    retry: 'Falha ao tentar de novo',
    rerun: 'Falha ao executar novamente',
    delete: 'Falha ao excluir',
  },
  refusals: {
    unsupported: 'Isso não é possível aqui.',
    not_permitted: 'Você não tem permissão para fazer isso.',
    backend: 'Isso não é possível no momento.',
    not_ready: 'O status da exportação ainda não é conhecido.',
  },
  errors: {
    unauthenticated: 'Você saiu da sua conta. Entre e tente novamente.',
    forbidden:
      'Você não tem permissão para fazer isso. Verifique se a empresa correta está selecionada.',
    not_found: 'Esta exportação não existe mais.',
    gone: 'Esta exportação foi removida.',
    conflict: 'A exportação mudou nesse meio-tempo. A lista mostra o estado atual.',
    rate_limited: 'Muitas solicitações. Tente novamente em instantes.',
    unavailable: 'O servidor está com um problema. Tente novamente em instantes.',
    timeout: 'O servidor demorou demais para responder. Tente novamente.',
    offline: 'Não foi possível acessar o servidor. Verifique sua conexão e tente novamente.',
    bad_response: 'Não foi possível entender a resposta do servidor. Tente novamente mais tarde.',
    invalid: 'O servidor recusou a solicitação.',
  },
  clickToDownload: 'Clique para baixar',
  saving: ({ share, size }) => (share === null ? `Salvando ${size}` : `Salvando: ${share}`),
  tabText: 'O download começa nesta guia. Feche-a quando o arquivo tiver sido baixado.',
  savedInstead:
    'Aqui não é possível salvar o arquivo em um local de sua escolha. O navegador fará o download.',
  saved: 'Arquivo salvo',
  cancelConflict: 'A exportação já terminou.',
}

/** The words of the selection in Brazilian Portuguese. */
export const bulk: BulkLabels = {
  bar: 'Exportações selecionadas',
  selected: counted({
    one: '# selecionada',
    many: '# selecionadas',
    other: '# selecionadas',
  }),
  selectPage: 'Selecionar todas desta página',
  select: ({ what, when }) =>
    when === null ? `Selecionar ${what}` : `Selecionar ${what}, ${when}`,
  clear: 'Limpar seleção',
  progress: ({ done, total }) => `${done} de ${total}`,
  failed: ({ countText }) => `Não foi possível em ${countText}:`,
  failure: ({ what, reason }) => `${what}: ${reason}`,
}

/** The words of a job's own page in Brazilian Portuguese. */
export const detail: DetailLabels = {
  back: 'Voltar ao histórico de exportações',
  loading: 'Carregando a exportação',
  fields: {
    id: 'Número da exportação',
    started: 'Início',
    queuedFor: 'Tempo na fila',
    ranFor: 'Tempo de execução',
    fileExpires: 'Arquivo',
  },
  request: 'Solicitação',
  yes: 'Sim',
  no: 'Não',
  files: 'Arquivos',
  checksum: 'Soma de verificação',
  downloadFile: ({ name }) => `Baixar ${name}`,
  downloadAll: 'Baixar tudo',
  fileStarted: 'Entregue ao navegador',
  incomplete: 'Este arquivo está incompleto',
  notes: 'Observações',
  failure: 'Motivo da falha',
  noReason: 'O servidor não informou o motivo.',
  notReady: 'O arquivo ainda não está pronto. Esta página se atualiza sozinha.',
  stale: ({ reason }) =>
    `Não foi possível verificar: ${reason}. Exibindo o último estado conhecido.`,
  removedOn: ({ date, relative }) => (relative === null ? date : `${date}, ${relative}`),
  availableUntil: ({ date, relative }) =>
    relative === null ? `Disponível até ${date}` : `Disponível até ${date}, ${relative}`,
  fileExpired: ({ date }) => `Indisponível desde ${date}`,
  expiresSoon: ({ relative }) => `O arquivo expira ${relative}`,
  removedSoon: ({ relative }) => `Será removida ${relative}`,
  notFound: {
    title: 'Esta exportação não foi encontrada',
    text: 'Verifique o link. A exportação pode ter sido excluída.',
  },
  otherScope: {
    title: 'Esta exportação não foi encontrada',
    text: 'Ela pode pertencer a outra empresa: verifique se a correta está selecionada. Ela também pode ter sido excluída.',
  },
  removed: {
    title: 'Esta exportação foi removida',
    text: 'O arquivo também não está mais disponível. Exporte novamente se ainda precisar dele.',
  },
  pastRetention: {
    title: 'Esta exportação foi removida ao fim do prazo',
    text: 'As exportações são mantidas por tempo limitado. Exporte novamente se ainda precisar.',
  },
  deleted: {
    title: 'Você excluiu esta exportação',
    text: 'Ela não está mais no histórico, e o arquivo também não está mais disponível.',
  },
  denied: {
    title: 'Você não tem acesso a esta exportação',
    text: 'Verifique se a empresa correta está selecionada ou peça permissão a um administrador.',
  },
}
