CREATE TABLE events (id integer, place text, note text) PARTITION BY LIST (place);
CREATE TABLE events_here PARTITION OF events (PRIMARY KEY (id, place)) FOR VALUES IN ('here');
CREATE TABLE visits (id integer, place text) PARTITION BY LIST (place);
CREATE TABLE visits_here PARTITION OF visits (PRIMARY KEY (id, place)) FOR VALUES IN ('here');
ALTER TABLE visits_here ADD CONSTRAINT visits_here_fk FOREIGN KEY (id, place) REFERENCES events_here (id, place);
ALTER TABLE events_here ADD CONSTRAINT events_here_fk FOREIGN KEY (id, place) REFERENCES visits_here (id, place);
