content/partners/itu.yaml:1:5: error: «itu» es una palabra de accord y no puede ser un identificador aquí [reserved-id]
    1 | id: itu
      |     ^~~
  consejo: Elija otro identificador, y cambie el nombre del archivo si lo lleva.
content/partners/itu.yaml:1:5: nota: ningún acuerdo nombra a «itu» [unused-partner]
    1 | id: itu
      |     ^~~
  consejo: Déjelo si algún acuerdo lo hará; si no, elimine el archivo.
1 error, 1 nota
