CREATE DOMAIN mail AS text NOT NULL;
CREATE DOMAIN phone AS text CONSTRAINT has_number NOT NULL;
CREATE DOMAIN town AS text CONSTRAINT has_town NOT NULL;
CREATE DOMAIN note AS text;
CREATE TABLE people (mail mail, phone phone, town town, note note);
