CREATE TABLE people (id integer PRIMARY KEY, name text, born date);
CREATE VIEW z_named AS SELECT id, name FROM people WHERE name IS NOT NULL;
CREATE VIEW m_counted AS SELECT count(*) AS n FROM z_named;
CREATE VIEW a_top AS SELECT n, (SELECT min(id) FROM z_named) AS first FROM m_counted;
