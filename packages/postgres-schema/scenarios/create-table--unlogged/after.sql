CREATE UNLOGGED TABLE sessions (id uuid PRIMARY KEY, seen timestamptz NOT NULL DEFAULT now());
