content/agreements/2024/bdt-2024-018.yaml:3:7: error: un acuerdo de tipo addendum debe decir qué acuerdo modifica [amends-missing]
    3 | kind: addendum
      |       ^~~~~~~~
  consejo: Añada «amends: » con el identificador de ese acuerdo.
1 error
