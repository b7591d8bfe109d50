-- Does everything hold so far that is otherwise checked only at the end?
set constraints all immediate
