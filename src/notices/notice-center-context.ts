import { createContext } from 'react'
import type { NoticeCenter } from './notice-center.js'

/** The notice center of the owner that the provider above stands for. */
export const NoticeCenterContext = createContext<NoticeCenter | null>(null)
