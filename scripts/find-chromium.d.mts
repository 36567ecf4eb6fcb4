export declare const CHROMIUM_ARGS: string[]
export declare function findChromium(env?: NodeJS.ProcessEnv): Promise<string | undefined>
