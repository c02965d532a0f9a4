INSERT INTO articles VALUES ('Hello World');
