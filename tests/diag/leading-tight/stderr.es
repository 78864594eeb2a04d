templates/document/plain.yaml:2:32: error: las líneas de 12 pt no caben a 11.5 pt de distancia [leading-tight]
    2 |   body: {size: 12 pt, leading: 11.5 pt}
      |                                ^~~~~~~
  consejo: La interlínea, del pie de una línea al de la siguiente, es al menos igual al cuerpo: de 1,2 a 1,4 veces el cuerpo se lee bien.
templates/document/plain.yaml:5:35: error: las líneas de 14 pt no caben a 12 pt de distancia [leading-tight]
    5 |   level_1: {size: 14 pt, leading: 12 pt}
      |                                   ^~~~~
  consejo: La interlínea, del pie de una línea al de la siguiente, es al menos igual al cuerpo: de 1,2 a 1,4 veces el cuerpo se lee bien.
templates/document/plain.yaml:7:33: error: las líneas de 20 pt no caben a 19 pt de distancia [leading-tight]
    7 |   title: {size: 20 pt, leading: 19 pt}
      |                                 ^~~~~
  consejo: La interlínea, del pie de una línea al de la siguiente, es al menos igual al cuerpo: de 1,2 a 1,4 veces el cuerpo se lee bien.
3 errores
