/**
 * Whether a Node.js version is at least another one.
 *
 * @param {string} version "20.20.2"
 * @param {string} least "20.19"
 */
export const isAtLeast = (version, least) => {
  const found = version.split(".").map(Number);
  for (const [index, part] of least.split(".").map(Number).entries()) {
    const digit = found[index] ?? 0;
    if (digit !== part) return digit > part;
  }
  return true;
};

/** Ends the process with a clear sentence, where an older Node.js would fail later with an unclear one. */
export const requireNode = () => {
  const least = "20.19";
  if (isAtLeast(process.versions.node, least)) return;
  console.error(`BUILD IT needs Node.js ${least} or newer; this is ${process.versions.node}.`);
  process.exit(1);
};
