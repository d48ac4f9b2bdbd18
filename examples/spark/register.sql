-- Who held which post, where and when, over all articles of the view `posts`.
-- A name alone is no person: two people of one name are kept apart by their post, body and province. A post that the
-- text leaves without a body or a place stays without it here.
SELECT
  person,
  head,
  body,
  province,
  min(day) AS first_day,
  max(day) AS last_day,
  count(DISTINCT id) AS articles,
  -- the wording of the post that is used most, the longest of them
  max_by(post, struct(uses, length(post), post)) AS post,
  array_sort(collect_set(status)) AS statuses,
  array_sort(collect_set(change)) AS changes,
  -- an article and a place in it to look at, always the same one
  min_by(struct(id, start, end), struct(day, id, start)) AS seen
FROM (
  SELECT *, count(*) OVER (PARTITION BY person, head, body, province, post) AS uses
  FROM posts
  WHERE post IS NOT NULL
)
GROUP BY person, head, body, province
ORDER BY person, head, body, province
