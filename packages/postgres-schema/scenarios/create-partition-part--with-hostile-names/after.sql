CREATE TABLE events (id integer NOT NULL, kind integer, note text) PARTITION BY RANGE (id);
CREATE TABLE events_a PARTITION OF events FOR VALUES FROM (1) TO (100);
CREATE INDEX "kind's $$ index" ON events (kind);
ALTER INDEX events_a_kind_idx RENAME TO "it's $$ ""%I"" \ ; drop schema public cascade; --";
