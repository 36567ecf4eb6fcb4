import { exportHandler } from '../../../backend'

export const GET = (request: Request) => exportHandler().fetch(request)
