content/agreements/2023/bdt-2024-017.yaml:5:9: advertencia: esto está en la carpeta 2023, pero se firmó en 2024 [folder-year]
    5 | signed: 2024-05-14
      |         ^~~~~~~~~~
  consejo: Lo que cuenta es la fecha. Corríjala, o mueva el archivo a la carpeta 2024.
content/agreements/2024/bdt-2024-017.yaml:1:5: error: el identificador «bdt-2024-017» se usa por segunda vez [duplicate-id]
    1 | id: bdt-2024-017
      |     ^~~~~~~~~~~~
  consejo: Se usa primero aquí: content/agreements/2023/bdt-2024-017.yaml. Dé otro identificador a uno de los dos.
content/vocabulary/regions.yaml:5:10: error: el identificador «AFR» se usa por segunda vez [duplicate-id]
    5 |   - {id: AFR, label: {en: Africa again}}
      |          ^~~
  consejo: Se usa primero aquí: línea 2. Dé otro identificador a uno de los dos.
2 errores, 1 advertencia
