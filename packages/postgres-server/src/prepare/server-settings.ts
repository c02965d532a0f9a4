/** PostgreSQL's settings of an embedded server. `durable: false` gives up crash safety for speed: tests only. */
export function serverSettings(options: { readonly port: number; readonly durable: boolean }): readonly string[] {
  const settings: Readonly<Record<string, string>> = {
    listen_addresses: "127.0.0.1",
    port: String(options.port),
    // A socket's path may be about 100 bytes long, too short for many projects; TCP does everywhere.
    unix_socket_directories: "",
    max_connections: "100",
    // A migration is one transaction and holds a lock on each table, index and sequence that it makes: thousands.
    max_locks_per_transaction: "1024",
    timezone: "UTC",
    log_timezone: "UTC",
    lc_messages: "C",
    // Compiling costs more than it gains on the small queries of development.
    jit: "off",
    // The keeper reads the log from standard error.
    log_destination: "stderr",
    logging_collector: "off",
    log_checkpoints: "off",
    password_encryption: "scram-sha-256",
    ...(options.durable ? {} : forgetful),
  };
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

const forgetful: Readonly<Record<string, string>> = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  wal_level: "minimal",
  max_wal_senders: "0",
  max_wal_size: "4GB",
  checkpoint_timeout: "1h",
  autovacuum: "off",
};
