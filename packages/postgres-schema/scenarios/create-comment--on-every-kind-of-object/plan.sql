-- before to after

-- lock: none
COMMENT ON AGGREGATE app.middle(double precision ORDER BY double precision) IS 't';

-- lock: none
COMMENT ON AGGREGATE app.total(integer) IS 's';

-- lock: none
COMMENT ON CONSTRAINT old ON app.people IS 'k';

-- lock: share_update_exclusive
COMMENT ON COLUMN app.people.code IS 'g';

-- lock: none
COMMENT ON TYPE app.pair IS 'b';

-- lock: none
COMMENT ON DOMAIN app.tiny IS 'c';

-- lock: none
COMMENT ON CONSTRAINT small ON DOMAIN app.tiny IS 'd';

-- lock: none
COMMENT ON TYPE app.mood IS 'a';

-- lock: none
COMMENT ON CONSTRAINT apart ON app.people IS 'l';

-- lock: none
COMMENT ON CONSTRAINT has_boss ON app.people IS 'j';

-- lock: none
COMMENT ON FUNCTION app.act() IS 'q';

-- lock: none
COMMENT ON PROCEDURE app.run(integer) IS 'r';

-- lock: none
COMMENT ON INDEX app.people_age IS 'm';

-- lock: share_update_exclusive
COMMENT ON MATERIALIZED VIEW app.kept IS 'p';

-- lock: none
COMMENT ON POLICY chosen ON app.people IS 'v';

-- lock: none
COMMENT ON CONSTRAINT people_key ON app.people IS 'h';

-- lock: none
COMMENT ON RULE keep ON app.people IS 'w';

-- lock: none
COMMENT ON SCHEMA app IS 'it''s \ "all" $$ here
and there';

-- lock: none
COMMENT ON SEQUENCE app.numbers IS 'e';

-- lock: none
COMMENT ON STATISTICS app.ages IS 'n';

-- lock: share_update_exclusive
COMMENT ON TABLE app.people IS 'f';

-- lock: none
COMMENT ON TRIGGER acts ON app.people IS 'u';

-- lock: none
COMMENT ON CONSTRAINT one_code ON app.people IS 'i';

-- lock: share_update_exclusive
COMMENT ON VIEW app.shown IS 'o';

-- after to before

-- lock: none
COMMENT ON AGGREGATE app.middle(double precision ORDER BY double precision) IS NULL;

-- lock: none
COMMENT ON AGGREGATE app.total(integer) IS NULL;

-- lock: none
COMMENT ON CONSTRAINT old ON app.people IS NULL;

-- lock: share_update_exclusive
COMMENT ON COLUMN app.people.code IS NULL;

-- lock: none
COMMENT ON TYPE app.pair IS NULL;

-- lock: none
COMMENT ON DOMAIN app.tiny IS NULL;

-- lock: none
COMMENT ON CONSTRAINT small ON DOMAIN app.tiny IS NULL;

-- lock: none
COMMENT ON TYPE app.mood IS NULL;

-- lock: none
COMMENT ON CONSTRAINT apart ON app.people IS NULL;

-- lock: none
COMMENT ON CONSTRAINT has_boss ON app.people IS NULL;

-- lock: none
COMMENT ON FUNCTION app.act() IS NULL;

-- lock: none
COMMENT ON PROCEDURE app.run(integer) IS NULL;

-- lock: none
COMMENT ON INDEX app.people_age IS NULL;

-- lock: share_update_exclusive
COMMENT ON MATERIALIZED VIEW app.kept IS NULL;

-- lock: none
COMMENT ON POLICY chosen ON app.people IS NULL;

-- lock: none
COMMENT ON CONSTRAINT people_key ON app.people IS NULL;

-- lock: none
COMMENT ON RULE keep ON app.people IS NULL;

-- lock: none
COMMENT ON SCHEMA app IS NULL;

-- lock: none
COMMENT ON SEQUENCE app.numbers IS NULL;

-- lock: none
COMMENT ON STATISTICS app.ages IS NULL;

-- lock: share_update_exclusive
COMMENT ON TABLE app.people IS NULL;

-- lock: none
COMMENT ON TRIGGER acts ON app.people IS NULL;

-- lock: none
COMMENT ON CONSTRAINT one_code ON app.people IS NULL;

-- lock: share_update_exclusive
COMMENT ON VIEW app.shown IS NULL;
