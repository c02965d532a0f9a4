CREATE TABLE texts (a text);
