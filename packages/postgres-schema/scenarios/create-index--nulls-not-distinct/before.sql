CREATE TABLE people (code text);
