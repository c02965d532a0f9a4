INSERT INTO words VALUES ('Ä'), ('b');
