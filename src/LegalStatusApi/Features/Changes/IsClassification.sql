-- Was there ever a classification with this id?
select to_jsonb(exists (select from classification where id = @Id)) as "Item"
