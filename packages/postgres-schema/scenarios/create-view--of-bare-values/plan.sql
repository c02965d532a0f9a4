-- before to after

-- lock: none
CREATE VIEW public.among AS
SELECT b AS a,
    a AS b
   FROM ( VALUES (1,'x'::text), (2,'y'::text)) few(a, b);

-- lock: none
CREATE VIEW public.levels (level, "the Name", column3) AS
VALUES (1,'it''s (VALUES (low)) "*VALUES*"'::text,2.5), (2,'high'::text,3);

-- lock: none
CREATE VIEW public.plain AS
VALUES (1,2);

-- lock: none
CREATE MATERIALIZED VIEW public.grades (grade) AS
VALUES ('a'::text), ('b'::text);

-- after to before

-- lock: access_exclusive
DROP MATERIALIZED VIEW public.grades;

-- lock: access_exclusive
DROP VIEW public.among;

-- lock: access_exclusive
DROP VIEW public.levels;

-- lock: access_exclusive
DROP VIEW public.plain;
