CREATE TABLE seats (hall integer, number integer);
