content/pages/about/en.md:5:1: advertencia: ninguna llamada [^1] lleva a esta nota [footnote-unused]
    5 | [^1]: A footnote without its mark.
      | ^~~~
  consejo: No se muestra en ninguna parte. Ponga la llamada donde corresponda, o elimine la nota.
1 advertencia
