import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'

// A busy machine of two cores must not decide what a person sees.
configure({ asyncUtilTimeout: 5_000 })

afterEach(cleanup)
