-- How names are compared when somebody searches.

create function plain_text(said text) returns text
  language plpgsql immutable parallel safe strict cost 1000 as $$
begin
  -- Most names are plain already, and the short way costs a tenth.
  if said ~ '^[A-Za-z0-9 ]+$' then
    return lower(btrim(said));
  end if;
  return btrim(regexp_replace(regexp_replace(
    translate(replace(replace(replace(lower(normalize(said, NFKD)), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'øđłıðħ', 'odlidh'),
    -- The marks that the normal form sets apart from their letters, and apostrophes, which many leave out.
    '[\u0300-\u036f''’ʼ]', '', 'g'),
    -- Blanks and punctuation: ASCII's, Latin-1's, and the general ones.
    '[\s!-/:-@\[-`{-~\u0080-\u00bf\u00d7\u00f7\u2000-\u206f\u3000-\u303f]+', ' ', 'g'));
end $$;
comment on function plain_text is
  'A text as it is compared in a search: in lower case, without accents and apostrophes, and one blank for any punctuation. So it holds no wildcard of a LIKE pattern.';

-- Most texts of the record that are searched are those of its sources: a few of them are to be compared in full, not all.
create function texts_of_source(key text, title text, citation text) returns text
  language plpgsql immutable parallel safe cost 1000 as $$
begin
  return plain_text(concat_ws(' ', title, citation, key));
end $$;
create index source_texts on source using gin (texts_of_source(key, title, citation) gin_trgm_ops);
