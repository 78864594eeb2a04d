content/agreements/2024/bdt-2024-017.yaml:2:8: advertencia: textos que faltan en la lengua es: 1; los lectores los reciben en otra lengua [untranslated]
    2 | title: Digital skills for goal #4 in rural schools
      |        ^~~~~~~~~~~~~~~~~~~~~~~
  consejo: «accord check --release --lang es» los enumera.
content/agreements/2024/bdt-2024-017.yaml:2:32: advertencia: a partir de #, esto se toma por un comentario y no pertenece al texto [hash-in-text]
    2 | title: Digital skills for goal #4 in rural schools
      |                                ^~~~~~~~~~~~~~~~~~~
  consejo: Ponga todo el texto entre comillas dobles rectas; o escriba un espacio después de #, si es un comentario.
2 advertencias
