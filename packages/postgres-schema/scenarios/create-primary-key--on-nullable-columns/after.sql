CREATE TABLE seats (hall integer, number integer, PRIMARY KEY (hall, number));
