INSERT INTO items VALUES (1, 'a'), (105, 'b'); INSERT INTO uses VALUES (1), (105);
