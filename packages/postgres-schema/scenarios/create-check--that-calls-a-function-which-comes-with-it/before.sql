CREATE TABLE accounts (iban text);
