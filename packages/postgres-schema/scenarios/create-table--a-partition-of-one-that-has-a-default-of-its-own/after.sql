CREATE TABLE events (id integer NOT NULL, kind text DEFAULT 'any') PARTITION BY LIST (id);
CREATE TABLE some_events PARTITION OF events (kind DEFAULT 'some') FOR VALUES IN (1, 2) PARTITION BY LIST (id);
CREATE TABLE first_events PARTITION OF some_events FOR VALUES IN (1);
CREATE TABLE second_events PARTITION OF some_events (kind DEFAULT 'second') FOR VALUES IN (2);
