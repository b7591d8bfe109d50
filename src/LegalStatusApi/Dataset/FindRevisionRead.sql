-- Which revision is to be read, and as what? Its rows never change but by a redaction, which leaves a note in the row.
select number as "Number", encode(hash, 'hex') as "Hash",
  (select md5(string_agg(concat_ws(' ', relation, id, recorded_in, redacted), ',' order by relation, id, recorded_in)) from redacted_row)
    as "Redactions"
from revision
where @Revision::bigint is null or number = @Revision
order by number desc
limit 1
