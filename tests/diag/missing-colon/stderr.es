content/agreements/2024/bdt-2024-017.yaml:5:1: error: esta línea no empieza por «clave: » [missing-colon]
    5 | signed 2024-05-14
      | ^~~~~~~~~~~~~~~~~
  consejo: Escriba «clave: valor». Una línea que continúa el texto anterior lleva una sangría de dos espacios.
1 error
