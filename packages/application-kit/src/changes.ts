// The one piece of shared state in the browser: how often rows or the session changed. Everything that was loaded
// before the last change is loaded again.
let count = 0;
const listeners = new Set<() => void>();

export const changes = {
  count: (): number => count,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  announce: (): void => {
    count += 1;
    for (const listener of listeners) listener();
  },
};
