-- Note that a key was used, and for what.
insert into key_use (key, method, route) values (@Key, @Method, @Route)
