import { Detail } from './detail'

/** A job's own page, which a link in a mail can open. */
export default async function ExportPage({ params }: { readonly params: Promise<{ id: string }> }) {
  const { id } = await params
  return <Detail jobId={decodeURIComponent(id)} />
}
