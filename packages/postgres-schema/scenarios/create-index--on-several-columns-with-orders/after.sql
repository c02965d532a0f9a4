CREATE TABLE events (at timestamptz, kind text, id integer);
CREATE INDEX events_newest ON events (at DESC NULLS LAST, kind NULLS FIRST, id DESC);
