export declare function buildExtension(folder?: string): Promise<void>
