-- A publication changes much at once, and the planner should know of it before the next answer.

create function refresh_statistics() returns void
  language plpgsql security definer set search_path = public as $$
begin
  analyze jurisdiction, jurisdiction_parent, participation, substance, form, source, source_version, classification, citation,
    lead, pending_law, revision, revision_entry;
end $$;
revoke execute on function refresh_statistics() from public;
grant execute on function refresh_statistics() to legal_status_writer;
comment on function refresh_statistics is 'For the writer, who owns no table and so may not analyze one.';
