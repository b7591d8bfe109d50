-- What is the key of this classification?
select key from classification where id = @Id and superseded_in is null
