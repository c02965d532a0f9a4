import { writeFileSync } from "node:fs";

// Loaded into a measured process before its own code. Linux counts in kilobytes; so does Node.js, on every system.
const { BUILD_IT_MEMORY_FILE: file } = process.env;
if (file !== undefined)
  process.on("exit", () => writeFileSync(file, String(Math.round(process.resourceUsage().maxRSS / 1024))));
