templates/document/plain.yaml:1:23: error: «{numbr}» no significa nada aquí [bad-pattern]
    1 | running_head: {start: "{numbr}", end: "{page} of {pages}", foot: "{page"}
      |                       ^~~~~~~~~
  consejo: Escriba entre llaves solo lo siguiente: {number}, {title}, {group}, {date}, {page}, {pages}, {page_n}, {page_n_of}, {publisher}.
templates/document/plain.yaml:1:66: error: «{page» no significa nada aquí [bad-pattern]
    1 | running_head: {start: "{numbr}", end: "{page} of {pages}", foot: "{page"}
      |                                                                  ^~~~~~~
  consejo: Escriba entre llaves solo lo siguiente: {number}, {title}, {group}, {date}, {page}, {pages}, {page_n}, {page_n_of}, {publisher}.
templates/document/plain.yaml:2:17: error: «1.» no significa nada aquí [bad-pattern]
    2 | lists: {number: "1."}
      |                 ^~~~
  consejo: Escriba entre llaves solo lo siguiente: {n}.
3 errores
