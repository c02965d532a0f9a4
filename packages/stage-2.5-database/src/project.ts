/** A database to apply to. */
export interface TargetDatabase {
  readonly kind: "embedded" | "postgres" | "supabase";
  /** A connection URL; may hold a password, so it is never shown. */
  readonly url: string;
  /** What people see: "embedded PostgreSQL 17 · crm", "db.example.com:5432/crm". */
  readonly label: string;
}

/** A server of ours on which scratch databases can be made: the embedded PostgreSQL. */
export interface ShadowServer {
  readonly major: number;
  /** The URL of a database on it; "postgres" always exists. */
  urlOf(database: string): string;
}

/** How an UPDATE of a large table is cut: rows a transaction, and the pause after each. */
export interface BatchSettings {
  readonly rows: number;
  readonly pauseMs: number;
}

/**
 * Where one application keeps what stage 2.5 reads and writes. The servers are asked for only when they are needed, so
 * that a run with nothing to do starts nothing that it does not use.
 */
export interface DatabaseProject {
  /** The application's name: the prefix of its scratch databases. */
  readonly name: string;
  /** Absolute: the application's `database/` folder (migrations, rollbacks, iterations, snapshot, approvals). */
  readonly databaseFolder: string;
  /** Absolute: where table types are written, `src/generated/database`. */
  readonly typesFolder: string;
  /** Absolute: `.build-it/`, for receipts and caches. */
  readonly workFolder: string;
  /**
   * How the next migration is written. `simple`: as one transaction. `online`: what would keep others from reading or writing
   * for long is cut into parts that do not.
   */
  readonly changes: "simple" | "online";
  readonly batches: BatchSettings;
  target(): Promise<TargetDatabase>;
  shadow(): Promise<ShadowServer>;
}
