CREATE TABLE kinds (name text);
CREATE VIEW levels (level, "the Name", column3) AS VALUES (1, 'it''s (VALUES (low)) "*VALUES*"', 2.5), (2, 'high', 3);
CREATE MATERIALIZED VIEW grades (grade) AS VALUES ('a'), ('b');
CREATE VIEW plain AS VALUES (1, 2);
CREATE VIEW among AS SELECT b AS a, a AS b FROM (VALUES (1, 'x'), (2, 'y')) AS few (a, b);
