CREATE TYPE size AS ENUM ('small', 'large');
CREATE TABLE boxes (size size PRIMARY KEY);
CREATE TABLE parcels (id integer PRIMARY KEY, size size REFERENCES boxes);
