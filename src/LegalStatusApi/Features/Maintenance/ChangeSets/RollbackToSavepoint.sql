-- Come back to how things were.
rollback to savepoint preview
