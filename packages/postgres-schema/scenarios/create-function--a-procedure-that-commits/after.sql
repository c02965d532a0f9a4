CREATE TABLE jobs (id integer);
CREATE PROCEDURE run_jobs(IN n integer, INOUT done integer DEFAULT 0) LANGUAGE plpgsql AS $$ BEGIN DELETE FROM jobs WHERE id = n; COMMIT; done := 1; END $$;
GRANT EXECUTE ON PROCEDURE run_jobs(integer, integer) TO scenario_writer;
