content/agreements/2024/bdt-2024-017.yaml:2:22: error: un segundo signo de dos puntos seguido de un espacio: para YAML empezaría aquí otra clave [unquoted-colon]
    2 | title: Digital skills: rural schools
      |                      ^
  consejo: Escriba "Digital skills: rural schools". Ponga entre comillas dobles rectas un texto que contenga dos puntos seguidos de un espacio.
content/partners/gsma.yaml:2:15: error: un segundo signo de dos puntos seguido de un espacio: para YAML empezaría aquí otra clave [unquoted-colon]
    2 | name: {en: GSM: the association, es: "GSM"}
      |               ^
  consejo: Ponga entre comillas dobles rectas un texto que contenga dos puntos seguidos de un espacio.
2 errores
