-- before to after

-- lock: none
CREATE OR REPLACE PROCEDURE public.run_jobs(IN n integer, INOUT done integer DEFAULT 0)
 LANGUAGE plpgsql
AS $procedure$ BEGIN DELETE FROM jobs WHERE id = n; COMMIT; done := 1; END $procedure$;

-- lock: none
REVOKE ALL ON PROCEDURE public.run_jobs(integer, integer) FROM PUBLIC;

-- lock: none
CREATE TABLE public.jobs (
  id integer
);

-- lock: none; hazards: changes_access
GRANT EXECUTE ON PROCEDURE public.run_jobs(integer, integer) TO PUBLIC;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON PROCEDURE public.run_jobs(integer, integer) TO scenario_writer;

-- after to before

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.jobs;

-- lock: none
DROP PROCEDURE public.run_jobs(integer, integer);
