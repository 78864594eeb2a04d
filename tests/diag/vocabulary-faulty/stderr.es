content/vocabulary/regions.yaml:3:10: error: el identificador «AFR» se usa por segunda vez [duplicate-id]
    3 |   - {id: AFR, label: {en: Arab States, es: Estados Árabes}}
      |          ^~~
  consejo: Se usa primero aquí: línea 2. Dé otro identificador a uno de los dos.
1 error
