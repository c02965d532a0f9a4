/** A connection URL as it may be shown: its password, and any parameter that could carry a secret, becomes `***`. */
export function redactUrl(url: string): string {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    // Whatever it is, it may hold a secret.
    return "***";
  }
  if (parsed.password !== "") parsed.password = "***";
  for (const name of [...parsed.searchParams.keys()]) {
    if (/password|secret|token|key/i.test(name)) parsed.searchParams.set(name, "***");
  }
  return parsed.toString();
}
