-- A source version can be read again where it was.
delete from dead_source where source = @Source and version = @Version
