INSERT INTO codes VALUES ('a', 'A'), ('b', NULL);
