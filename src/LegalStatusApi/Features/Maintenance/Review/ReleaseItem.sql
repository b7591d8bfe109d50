-- Nobody works on this item any more.
delete from review_claim where kind = @Kind and subject = @Subject
