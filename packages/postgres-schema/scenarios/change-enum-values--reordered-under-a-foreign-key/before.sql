CREATE TYPE size AS ENUM ('large', 'small');
CREATE TABLE boxes (size size PRIMARY KEY);
CREATE TABLE parcels (id integer PRIMARY KEY, size size REFERENCES boxes);
