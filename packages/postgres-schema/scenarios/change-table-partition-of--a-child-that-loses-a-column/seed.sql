INSERT INTO guests VALUES ('harbour', 3);
