content/history/2023.yaml:1:7: error: este año: esto es un ejemplo; una publicación no los contiene [sample-record]
    1 | year: 2023
      |       ^~~~
  consejo: Sustitúyalo por la ficha verdadera, o construya sin --release.
content/rates/un-operational.csv:3:1: error: este tipo de cambio: esto es un ejemplo; una publicación no los contiene [sample-record]
    3 | EUR,2024-05-01,0.933,true,illustrative
      | ^~~
  consejo: Sustitúyalo por la ficha verdadera, o construya sin --release.
2 errores
