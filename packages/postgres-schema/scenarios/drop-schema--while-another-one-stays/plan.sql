-- before to after

-- lock: access_exclusive
DROP VIEW gone.things;

-- lock: none
DROP SCHEMA gone;

-- after to before

-- lock: none
CREATE SCHEMA gone;

-- lock: none
CREATE VIEW gone.things AS
SELECT id
   FROM kept.things;
