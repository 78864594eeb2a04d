content/agreements/2024/bdt-2024-017.yaml:8:26: error: el socio «unicef» está aquí dos veces [repeated-partner]
    8 | partners: [unicef, gsma, unicef]
      |                          ^~~~~~
  consejo: Elimine uno de los dos.
1 error
