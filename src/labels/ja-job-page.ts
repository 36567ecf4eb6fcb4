import type { ActionLabels, BulkLabels, DetailLabels } from './job-page-labels.js'

/** The words of a job's actions in Japanese. */
export const actions: ActionLabels = {
  column: '操作',
  menu: ({ what }) => `${what} の操作`,
  names: {
    open: '開く',
    download: 'ダウンロード',
    cancel: 'エクスポートをキャンセル',
    retry: '再試行',
    rerun: '再実行',
    delete: '削除',
  },
  nameOf: ({ name, what }) => `${name}: ${what}`,
  source: 'レポートページに移動',
  confirmDelete: ({ count, countText, what }) => ({
    title:
      count === 1 ? `「${what}」を削除しますか？` : `${countText} 件のエクスポートを削除しますか？`,
    text: '履歴から削除され、ファイルをダウンロードできなくなります。元のレコードは残ります。',
  }),
  keep: '残す',
  undo: '元に戻す',
  done: {
    open: ({ countText }) => `${countText} 件のエクスポートを開きました`,
    download: ({ countText }) => `${countText} 件のエクスポートをブラウザに渡しました`,
    cancel: ({ countText }) => `${countText} 件のエクスポートのキャンセルを依頼しました`,
    retry: ({ countText }) => `${countText} 件のエクスポートを再開しました`,
    rerun: ({ countText }) => `${countText} 件のエクスポートをあらためて依頼しました`,
    delete: ({ countText }) => `${countText} 件のエクスポートを削除しました`,
  },
  failed: {
    open: '開けませんでした',
    download: 'ダウンロードできませんでした',
    cancel: 'キャンセルできませんでした',
    retry: '再試行できませんでした',
    rerun: '再実行できませんでした',
    delete: '削除できませんでした',
  },
  refusals: {
    unsupported: 'この操作はここではできません。',
    not_permitted: 'この操作を行う権限がありません。',
    backend: '現在この操作はできません。',
    not_ready: 'エクスポートの状態がまだわかりません。',
  },
  errors: {
    unauthenticated: 'ログアウトしています。ログインしてもう一度お試しください。',
    forbidden: 'この操作を行う権限がありません。正しい会社が選択されていることを確認してください。',
    not_found: 'このエクスポートはもう存在しません。',
    gone: 'このエクスポートは削除されました。',
    conflict: 'その間にエクスポートの状態が変わりました。一覧には現在の状態が表示されています。',
    rate_limited: 'リクエストが多すぎます。しばらくしてからもう一度お試しください。',
    unavailable: 'サーバーで問題が発生しました。しばらくしてからもう一度お試しください。',
    timeout: 'サーバーからの応答に時間がかかりすぎました。もう一度お試しください。',
    offline: 'サーバーに接続できませんでした。接続を確認してもう一度お試しください。',
    bad_response: 'サーバーの応答を解釈できませんでした。後でもう一度お試しください。',
    invalid: 'サーバーがリクエストを拒否しました。',
  },
  clickToDownload: 'クリックしてダウンロード',
  saving: ({ share, size }) => (share === null ? `${size} を保存中` : `保存中 ${share}`),
  tabText: 'このタブでダウンロードが始まります。ファイルが保存されたらタブを閉じてください。',
  savedInstead: 'ここでは保存先を選べません。ブラウザがファイルをダウンロードします。',
  saved: 'ファイルを保存しました',
  cancelConflict: 'エクスポートはすでに終了しています。',
}

/** The words of the selection in Japanese. */
export const bulk: BulkLabels = {
  bar: '選択したエクスポート',
  selected: ({ countText }) => `${countText} 件を選択中`,
  selectPage: 'このページのすべてを選択',
  select: ({ what, when }) => (when === null ? `${what} を選択` : `${what}（${when}）を選択`),
  clear: '選択を解除',
  progress: ({ done, total }) => `${total} 件中 ${done} 件`,
  failed: ({ countText }) => `${countText} 件は処理できませんでした:`,
  failure: ({ what, reason }) => `${what}: ${reason}`,
}

/** The words of a job's own page in Japanese. */
export const detail: DetailLabels = {
  back: 'エクスポート履歴に戻る',
  loading: 'エクスポートを読み込み中',
  fields: {
    id: 'エクスポート番号',
    started: '開始日時',
    queuedFor: '待機時間',
    ranFor: '実行時間',
    fileExpires: 'ファイル',
  },
  request: 'リクエスト',
  yes: 'はい',
  no: 'いいえ',
  files: 'ファイル',
  checksum: 'チェックサム',
  downloadFile: ({ name }) => `${name} をダウンロード`,
  downloadAll: 'すべてダウンロード',
  fileStarted: 'ブラウザに渡しました',
  incomplete: 'このファイルは不完全です',
  notes: '注意事項',
  failure: '失敗した理由',
  noReason: 'サーバーから理由は示されていません。',
  notReady: 'ファイルはまだ準備できていません。このページは自動的に更新されます。',
  stale: ({ reason }) => `確認できませんでした: ${reason}。最後に確認した状態を表示しています。`,
  removedOn: ({ date, relative }) => (relative === null ? date : `${date}（${relative}）`),
  availableUntil: ({ date, relative }) =>
    relative === null ? `${date} まで利用可能` : `${date} まで利用可能（${relative}）`,
  fileExpired: ({ date }) => `${date} に利用期限が切れました`,
  expiresSoon: ({ relative }) => `ファイルの期限: ${relative}`,
  removedSoon: ({ relative }) => `削除予定: ${relative}`,
  notFound: {
    title: 'このエクスポートは見つかりませんでした',
    text: 'リンクを確認してください。エクスポートが削除された可能性があります。',
  },
  otherScope: {
    title: 'このエクスポートは見つかりませんでした',
    text: '別の会社のものかもしれません。正しい会社が選択されていることを確認してください。削除された可能性もあります。',
  },
  removed: {
    title: 'このエクスポートは削除されました',
    text: 'ファイルも残っていません。まだ必要な場合は、もう一度エクスポートしてください。',
  },
  pastRetention: {
    title: 'このエクスポートは保存期間が過ぎたため削除されました',
    text: 'エクスポートの保存期間には限りがあります。まだ必要な場合は、もう一度エクスポートしてください。',
  },
  deleted: {
    title: 'このエクスポートを削除しました',
    text: '履歴からもファイルも削除されました。',
  },
  denied: {
    title: 'このエクスポートにアクセスする権限がありません',
    text: '正しい会社が選択されていることを確認するか、管理者に権限を依頼してください。',
  },
}
