-- A look-up costs a fraction: its indexes, and dates as text without a call of a function.

-- Along these a level is looked up by its code and a source by its key. Under the "C" collation they are the only indexes that can be
-- meant, so that the planner does not take the GiST index of an exclusion constraint, which it believes to be a little cheaper.
create index jurisdiction_by_code on jurisdiction (code collate "C");
create index source_by_key on source (key collate "C");
create index source_jurisdiction on source (jurisdiction);

-- The same as in 0001, of functions that are immutable themselves: only then does the planner put the expression in the place of the
-- call, which costs as much as a small statement.
create or replace function partial_date(span daterange) returns text
  language sql immutable parallel safe
  return case
    when span is null then null
    when upper(span) - lower(span) > 31 then extract(year from lower(span))::text
    when upper(span) - lower(span) > 1
      then extract(year from lower(span))::text || '-' || lpad(extract(month from lower(span))::text, 2, '0')
    else extract(year from lower(span))::text || '-' || lpad(extract(month from lower(span))::text, 2, '0')
      || '-' || lpad(extract(day from lower(span))::text, 2, '0')
  end;
