-- before to after

-- lock: none
CREATE SCHEMA "user";

-- lock: none
CREATE TABLE "user"."select" (
  "from" integer,
  "where" text
);

-- after to before

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE "user"."select";

-- lock: none
DROP SCHEMA "user";
