content/documents/d24/document.yaml:2:9: error: un segundo signo de dos puntos seguido de un espacio: para YAML empezaría aquí otra clave [unquoted-colon]
    2 | title: a: b
      |         ^
  consejo: Escriba "a: b". Ponga entre comillas dobles rectas un texto que contenga dos puntos seguidos de un espacio.
content/pages/about/en.md:4:7: error: nada se llama aquí «2024.regoins.AFR.count» [unknown-figure]
    4 | but {{2024.regoins.AFR.count}}.
      |       ^~~~~~~~~~~~~~~~~~~~~~
  consejo: «accord figures» enumera los identificadores de todas las cifras.
content/strings/en.yaml:1:23: error: un segundo signo de dos puntos seguido de un espacio: para YAML empezaría aquí otra clave [unquoted-colon]
    1 | language_name: English: of Geneva
      |                       ^
  consejo: Escriba "English: of Geneva". Ponga entre comillas dobles rectas un texto que contenga dos puntos seguidos de un espacio.
content/vocabulary/regions.yaml:2:33: error: un segundo signo de dos puntos seguido de un espacio: para YAML empezaría aquí otra clave [unquoted-colon]
    2 |   - {id: AFR, label: {en: Africa: all of it}}
      |                                 ^
  consejo: Ponga entre comillas dobles rectas un texto que contenga dos puntos seguidos de un espacio.
4 errores
