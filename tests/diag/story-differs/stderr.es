content/stories/schools/es.md:3:7: error: «date» no es lo que dice content/stories/schools/en.md [story-differs]
    3 | date: 2024-07-01
      |       ^~~~~~~~~~
  consejo: Lo que no es texto para los lectores es igual en todas las lenguas: escríbalo una sola vez, en uno de los archivos.
1 error
