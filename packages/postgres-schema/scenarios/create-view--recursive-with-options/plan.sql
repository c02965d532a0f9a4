-- before to after

-- lock: none
CREATE VIEW public.below AS
WITH RECURSIVE below(id, depth) AS (
         SELECT nodes.id,
            0 AS "?column?"
           FROM public.nodes
          WHERE (nodes.parent IS NULL)
        UNION ALL
         SELECT n.id,
            (b.depth + 1)
           FROM (public.nodes n
             JOIN below b ON ((n.parent = b.id)))
        )
 SELECT id,
    depth
   FROM below;

-- lock: none
CREATE VIEW public.roots WITH (check_option=local, security_barrier=true) AS
SELECT id,
    parent
   FROM public.nodes
  WHERE (parent IS NULL);

-- after to before

-- lock: access_exclusive
DROP VIEW public.below;

-- lock: access_exclusive
DROP VIEW public.roots;
