INSERT INTO items VALUES ('new', 1);
