import { exportHandler } from '../../../backend'

const answer = (request: Request) => exportHandler().fetch(request)

export { answer as DELETE, answer as GET, answer as POST }
