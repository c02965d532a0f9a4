CREATE TABLE people (id integer PRIMARY KEY, mail text NOT NULL, CONSTRAINT people_mail_at CHECK (mail LIKE '%@%'), CONSTRAINT people_mail_once UNIQUE (mail));
CREATE INDEX people_mail_lower ON people (lower(mail)) WHERE mail <> '';
CREATE POLICY own ON people USING (mail = current_user);
COMMENT ON COLUMN people.mail IS 'Where to write.';
GRANT SELECT (mail) ON people TO scenario_reader;
