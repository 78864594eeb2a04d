content/agreements/2021/bdt-2022-005.yaml:4:9: advertencia: esto está en la carpeta 2021, pero se firmó en 2022 [folder-year]
    4 | signed: 2022-03-01
      |         ^~~~~~~~~~
  consejo: Lo que cuenta es la fecha. Corríjala, o mueva el archivo a la carpeta 2022.
content/agreements/2024/bdt-2024-017.yaml:5:9: advertencia: ninguna otra firma ni testimonio es posterior al 2022-03-01, de modo que 2024-05-14 queda muy por delante [date-far-ahead]
    5 | signed: 2024-05-14
      |         ^~~~~~~~~~
  consejo: Es el día en que se lee el contenido: lo que termina antes cuenta como vencido. Corríjalo; o, si es correcto, nombre el día: SOURCE_DATE_EPOCH=$(date +%s) accord build
2 advertencias
