CREATE TABLE codes (code text NOT NULL, label text, CONSTRAINT codes_key PRIMARY KEY (code));
