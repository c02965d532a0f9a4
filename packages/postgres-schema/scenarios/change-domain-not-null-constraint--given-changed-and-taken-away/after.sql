CREATE DOMAIN mail AS text CONSTRAINT has_mail NOT NULL;
CREATE DOMAIN phone AS text CONSTRAINT has_phone NOT NULL;
CREATE DOMAIN town AS text NOT NULL;
CREATE DOMAIN note AS text CONSTRAINT has_note NOT NULL;
CREATE DOMAIN age AS integer CONSTRAINT has_age NOT NULL;
CREATE TABLE people (mail mail, phone phone, town town, note note);
