declare module "squawk-cli/js/index.js" {
  /** Where the binary for this system is. Throws where there is none. */
  export function getBinaryPath(): string;
}
