CREATE TABLE people (id integer PRIMARY KEY, email text NOT NULL, CONSTRAINT people_mail_at CHECK (email LIKE '%@%'), CONSTRAINT people_mail_once UNIQUE (email));
CREATE INDEX people_mail_lower ON people (lower(email)) WHERE email <> '';
CREATE POLICY own ON people USING (email = current_user);
COMMENT ON COLUMN people.email IS 'Where to write.';
GRANT SELECT (email) ON people TO scenario_reader;
