content/agreements/2024/bdt-2024-017.yaml:6:11: error: el año de «1824-06-01» no está entre 1865 y 2199 [date-range]
    6 | in_force: 1824-06-01
      |           ^~~~~~~~~~
  consejo: Corrija el año: la UIT se fundó en 1865 y nada se fecha después de 2199.
content/agreements/2024/bdt-2024-017.yaml:7:7: error: el año de «9999-12-31» no está entre 1865 y 2199 [date-range]
    7 | ends: 9999-12-31
      |       ^~~~~~~~~~
  consejo: Corrija el año: la UIT se fundó en 1865 y nada se fecha después de 2199.
2 errores
