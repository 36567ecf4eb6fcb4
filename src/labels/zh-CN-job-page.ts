import type { ActionLabels, BulkLabels, DetailLabels } from './job-page-labels.js'

/** The words of a job's actions in simplified Chinese. */
export const actions: ActionLabels = {
  column: '操作',
  menu: ({ what }) => `${what} 的操作`,
  names: {
    open: '打开',
    download: '下载',
    cancel: '取消导出',
    retry: '重试',
    rerun: '再次运行',
    delete: '删除',
  },
  nameOf: ({ name, what }) => `${name}：${what}`,
  source: '前往报表页面',
  confirmDelete: ({ count, countText, what }) => ({
    title: count === 1 ? `要删除“${what}”吗？` : `要删除 ${countText} 个导出任务吗？`,
    text: '删除后将从历史记录中消失，文件也无法再下载。数据记录本身会保留。',
  }),
  keep: '保留',
  undo: '撤消',
  done: {
    open: ({ countText }) => `已打开 ${countText} 个导出任务`,
    download: ({ countText }) => `已将 ${countText} 个导出任务交给浏览器`,
    cancel: ({ countText }) => `已请求取消 ${countText} 个导出任务`,
    retry: ({ countText }) => `已重新启动 ${countText} 个导出任务`,
    rerun: ({ countText }) => `已重新请求 ${countText} 个导出任务`,
    delete: ({ countText }) => `已删除 ${countText} 个导出任务`,
  },
  failed: {
    open: '无法打开',
    download: '无法下载',
    cancel: '无法取消',
    retry: '无法重试',
    rerun: '无法再次运行',
    delete: '无法删除',
  },
  refusals: {
    unsupported: '此处无法执行该操作。',
    not_permitted: '您没有执行该操作的权限。',
    backend: '目前无法执行该操作。',
    not_ready: '尚不清楚导出任务的状态。',
  },
  errors: {
    unauthenticated: '您已退出登录。请登录后重试。',
    forbidden: '您没有执行该操作的权限。请检查是否选择了正确的公司。',
    not_found: '该导出任务已不存在。',
    gone: '该导出任务已被移除。',
    conflict: '导出任务的状态已发生变化。列表显示的是当前状态。',
    rate_limited: '请求过多。请稍后重试。',
    unavailable: '服务器出现问题。请稍后重试。',
    timeout: '服务器响应时间过长。请重试。',
    offline: '无法连接到服务器。请检查网络连接后重试。',
    bad_response: '无法识别服务器的响应。请稍后重试。',
    invalid: '服务器拒绝了该请求。',
  },
  clickToDownload: '点击下载',
  saving: ({ share, size }) => (share === null ? `正在保存 ${size}` : `正在保存 ${share}`),
  tabText: '下载将在此标签页中开始。文件下载后即可关闭此标签页。',
  savedInstead: '此处无法将文件保存到您选择的位置。浏览器会下载该文件。',
  saved: '文件已保存',
  cancelConflict: '该导出任务已结束。',
}

/** The words of the selection in simplified Chinese. */
export const bulk: BulkLabels = {
  bar: '已选导出任务',
  selected: ({ countText }) => `已选择 ${countText} 项`,
  selectPage: '选择此页全部内容',
  select: ({ what, when }) => (when === null ? `选择 ${what}` : `选择 ${what}，${when}`),
  clear: '清除选择',
  progress: ({ done, total }) => `${done}/${total}`,
  failed: ({ countText }) => `${countText} 项无法处理：`,
  failure: ({ what, reason }) => `${what}：${reason}`,
}

/** The words of a job's own page in simplified Chinese. */
export const detail: DetailLabels = {
  back: '返回导出历史记录',
  loading: '正在加载导出任务',
  fields: {
    id: '导出编号',
    started: '开始时间',
    queuedFor: '排队时长',
    ranFor: '运行时长',
    fileExpires: '文件',
  },
  request: '请求',
  yes: '是',
  no: '否',
  files: '文件',
  checksum: '校验和',
  downloadFile: ({ name }) => `下载 ${name}`,
  downloadAll: '全部下载',
  fileStarted: '已交给浏览器',
  incomplete: '此文件不完整',
  notes: '备注',
  failure: '失败原因',
  noReason: '服务器未给出原因。',
  notReady: '文件尚未就绪。此页面会自动刷新。',
  stale: ({ reason }) => `无法检查：${reason}。显示的是最后已知的状态。`,
  removedOn: ({ date, relative }) => (relative === null ? date : `${date}（${relative}）`),
  availableUntil: ({ date, relative }) =>
    relative === null ? `可用至 ${date}` : `可用至 ${date}（${relative}）`,
  fileExpired: ({ date }) => `自 ${date} 起不再可用`,
  expiresSoon: ({ relative }) => `文件将于${relative}过期`,
  removedSoon: ({ relative }) => `将于${relative}移除`,
  notFound: {
    title: '找不到该导出任务',
    text: '请检查链接。该导出任务可能已被删除。',
  },
  otherScope: {
    title: '找不到该导出任务',
    text: '它可能属于其他公司：请检查是否选择了正确的公司。它也可能已被删除。',
  },
  removed: {
    title: '该导出任务已被移除',
    text: '其文件也已不存在。如果仍需要，请重新导出。',
  },
  pastRetention: {
    title: '该导出任务已到期移除',
    text: '导出任务仅保留有限的时间。如果仍需要，请重新导出。',
  },
  deleted: {
    title: '您已删除该导出任务',
    text: '它已从历史记录中消失，其文件也已不存在。',
  },
  denied: {
    title: '您无权访问该导出任务',
    text: '请检查是否选择了正确的公司，或向管理员申请权限。',
  },
}
