content/stories/schools/en.md: advertencia: textos que faltan en la lengua es: 1; los lectores los reciben en otra lengua [untranslated]
  consejo: «accord check --release --lang es» los enumera.
content/stories/schools/en.md:3:7: advertencia: ninguna otra firma ni testimonio es posterior al 2024-05-14, de modo que 2042-06-01 queda muy por delante [date-far-ahead]
    3 | date: 2042-06-01
      |       ^~~~~~~~~~
  consejo: Es el día en que se lee el contenido: lo que termina antes cuenta como vencido. Corríjalo; o, si es correcto, nombre el día: SOURCE_DATE_EPOCH=$(date +%s) accord build
2 advertencias
