-- Who reads and who writes? Roles belong to the cluster, so a backup of the database holds their rights but not the roles themselves.
do $$
begin
  create role legal_status_reader nologin;
exception when duplicate_object or unique_violation then null;
end $$;
do $$
begin
  create role legal_status_writer nologin;
exception when duplicate_object or unique_violation then null;
end $$;
