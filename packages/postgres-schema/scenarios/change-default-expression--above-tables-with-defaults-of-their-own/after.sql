CREATE TABLE base (id integer DEFAULT 7, name text DEFAULT 'first');
CREATE TABLE child (name text DEFAULT 'child') INHERITS (base);
CREATE TABLE plain () INHERITS (base);
CREATE TABLE events (kind integer, part integer, note text DEFAULT 'every', size integer) PARTITION BY LIST (kind);
CREATE TABLE events_1 PARTITION OF events (note DEFAULT NULL) FOR VALUES IN (1) PARTITION BY LIST (part);
CREATE TABLE events_1_1 PARTITION OF events_1 (size DEFAULT 11) FOR VALUES IN (1);
CREATE TABLE events_1_2 PARTITION OF events_1 FOR VALUES IN (2);
CREATE TABLE events_2 PARTITION OF events FOR VALUES IN (2);
