content/agreements/2024/bdt-2024-017.yaml:5:3: error: la sangría de esta línea no corresponde a las líneas anteriores [bad-indentation]
    5 |   signed: 2024-05-14
      |   ^~~~~~
  consejo: La línea 4 ya tiene un valor, de modo que debajo no puede haber nada. Las claves de una misma ficha empiezan en la misma columna; lo que pertenece a una clave lleva dos espacios más de sangría.
1 error
