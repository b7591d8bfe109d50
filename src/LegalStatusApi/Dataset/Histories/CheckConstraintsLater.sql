-- From here on, check at the end again what can be checked then.
set constraints all deferred
