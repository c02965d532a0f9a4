-- before to after

-- lock: none
CREATE SCHEMA app;

-- lock: none
CREATE TYPE app.mood AS ENUM ('a');

-- lock: none
CREATE OR REPLACE FUNCTION app.act()
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;

-- lock: none
REVOKE ALL ON FUNCTION app.act() FROM PUBLIC;

-- lock: none
CREATE DOMAIN app.tiny AS integer;

-- lock: none
CREATE SEQUENCE app.people_number_seq AS integer INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1 NO CYCLE;

-- lock: none
CREATE TABLE app.people (
  id integer GENERATED ALWAYS AS IDENTITY,
  number integer DEFAULT nextval('app.people_number_seq'::regclass) NOT NULL
);

-- lock: none
ALTER SEQUENCE app.people_number_seq OWNED BY app.people.number;

-- lock: none
CREATE VIEW app.shown AS
SELECT id
   FROM app.people;

-- lock: none; hazards: changes_access
ALTER DOMAIN app.tiny OWNER TO scenario_owner;

-- lock: none; hazards: changes_access
ALTER TYPE app.mood OWNER TO scenario_owner;

-- lock: none; hazards: changes_access
ALTER FUNCTION app.act() OWNER TO scenario_owner;

-- lock: none; hazards: changes_access
ALTER SCHEMA app OWNER TO scenario_owner;

-- lock: none
ALTER TABLE app.people OWNER TO scenario_owner;

-- lock: none; hazards: changes_access
ALTER VIEW app.shown OWNER TO scenario_owner;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION app.act() TO PUBLIC;

-- after to before

-- lock: access_exclusive
DROP VIEW app.shown;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE app.people;

-- lock: none
DROP DOMAIN app.tiny;

-- lock: none
DROP FUNCTION app.act();

-- lock: none
DROP TYPE app.mood;

-- lock: none
DROP SCHEMA app;
