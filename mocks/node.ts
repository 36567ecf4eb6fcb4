export { createNodeMiddleware, type NodeMiddleware } from './http/node-adapter.js'
export { type ExportServer, startExportServer } from './http/node-server.js'
