templates/document/plain.yaml:2:10: error: 100 mm no está entre 140 mm y 594 mm [length-range]
    2 |   size: [100 mm, 297 mm]
      |          ^~~~~~
  consejo: Escriba una longitud de 140 mm a 594 mm.
templates/document/plain.yaml:3:18: error: 5 mm no está entre 8 mm y 55 mm [length-range]
    3 |   margins: {top: 5 mm, bottom: 80 mm}
      |                  ^~~~
  consejo: Escriba una longitud de 8 mm a 55 mm.
templates/document/plain.yaml:3:32: error: 80 mm no está entre 8 mm y 55 mm [length-range]
    3 |   margins: {top: 5 mm, bottom: 80 mm}
      |                                ^~~~~
  consejo: Escriba una longitud de 8 mm a 55 mm.
templates/document/plain.yaml:5:16: error: 4.9 pt no está entre 5 pt y 60 pt [length-range]
    5 |   body: {size: 4.9 pt, leading: 60 pt}
      |                ^~~~~~
  consejo: Escriba una longitud de 5 pt a 60 pt.
templates/document/plain.yaml:6:16: error: 61 pt no está entre 5 pt y 60 pt [length-range]
    6 |   note: {size: 61 pt}
      |                ^~~~~
  consejo: Escriba una longitud de 5 pt a 60 pt.
5 errores
