-- Does everything hold that is otherwise checked only at the end?
set constraints all immediate
