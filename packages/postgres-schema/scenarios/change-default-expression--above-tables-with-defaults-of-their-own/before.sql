CREATE TABLE base (id integer, name text DEFAULT 'base');
CREATE TABLE child (name text DEFAULT 'child') INHERITS (base);
CREATE TABLE plain () INHERITS (base);
CREATE TABLE events (kind integer, part integer, note text DEFAULT 'all', size integer DEFAULT 1) PARTITION BY LIST (kind);
CREATE TABLE events_1 PARTITION OF events (note DEFAULT 'one') FOR VALUES IN (1) PARTITION BY LIST (part);
CREATE TABLE events_1_1 PARTITION OF events_1 (size DEFAULT 11) FOR VALUES IN (1);
CREATE TABLE events_2 PARTITION OF events FOR VALUES IN (2);
