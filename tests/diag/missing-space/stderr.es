content/agreements/2024/bdt-2024-017.yaml:5:7: error: falta un espacio después de estos dos puntos [missing-space]
    5 | signed:2024-05-14
      |       ^
  consejo: Escriba «signed: ...». Antes del valor van una clave, dos puntos y un espacio.
1 error
