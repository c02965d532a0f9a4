INSERT INTO people VALUES ('a', 'a@x');
INSERT INTO letters VALUES ('a@x');
