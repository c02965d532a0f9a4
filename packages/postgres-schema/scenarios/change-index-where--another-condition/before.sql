CREATE TABLE jobs (id integer, done boolean);
CREATE INDEX jobs_open ON jobs (id) WHERE NOT done;
