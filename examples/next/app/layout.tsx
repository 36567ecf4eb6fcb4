import Link from 'next/link'
import type { ReactNode } from 'react'
import 'react-export-jobs/styles.css'
import { Providers } from './providers'

export const metadata = { title: 'Exports' }

export default function Layout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <Providers>
          <nav>
            <Link href="/exports">Exports</Link> <Link href="/reports">Reports</Link>
          </nav>
          <main>{children}</main>
        </Providers>
      </body>
    </html>
  )
}
