export declare function filesNamedIn(manifest: unknown): string[]
