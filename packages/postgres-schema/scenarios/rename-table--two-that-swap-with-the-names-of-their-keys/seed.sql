INSERT INTO flats (code) VALUES ('a'), ('b'), ('c');
INSERT INTO houses (code) VALUES ('a');
