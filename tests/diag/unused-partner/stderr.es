content/partners/wmo.yaml:1:5: nota: ningún acuerdo nombra a «wmo» [unused-partner]
    1 | id: wmo
      |     ^~~
  consejo: Déjelo si algún acuerdo lo hará; si no, elimine el archivo.
1 nota
