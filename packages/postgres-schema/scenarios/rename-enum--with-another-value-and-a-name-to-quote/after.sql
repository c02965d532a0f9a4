CREATE TYPE "order" AS ENUM ('wild', 'calm', 'cross');
CREATE TABLE diary (id integer PRIMARY KEY, mood "order" DEFAULT 'calm', "Moods" "order"[]);
