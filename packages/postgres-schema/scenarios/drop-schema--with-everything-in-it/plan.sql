-- before to after

-- lock: access_exclusive
DROP VIEW archive.recent;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE archive.files;

-- lock: none
DROP FUNCTION archive.today();

-- lock: none
DROP TYPE archive.reason;

-- lock: none
DROP SCHEMA archive;

-- after to before

-- lock: none
CREATE SCHEMA archive;

-- lock: none
CREATE TYPE archive.reason AS ENUM ('age', 'request');

-- lock: none
CREATE OR REPLACE FUNCTION archive.today()
 RETURNS date
 LANGUAGE sql
 STABLE
AS $function$SELECT current_date$function$;

-- lock: none
REVOKE ALL ON FUNCTION archive.today() FROM PUBLIC;

-- lock: none
CREATE TABLE archive.files (
  id integer NOT NULL,
  reason archive.reason NOT NULL,
  kept_on date,
  CONSTRAINT files_pkey PRIMARY KEY (id)
);

-- lock: access_exclusive
ALTER TABLE archive.files ALTER COLUMN kept_on SET DEFAULT archive.today();

-- lock: none
CREATE VIEW archive.recent AS
SELECT id
   FROM archive.files
  WHERE (kept_on = archive.today());

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION archive.today() TO PUBLIC;
