-- Remember how things are, to come back to.
savepoint preview
