content/agreements/2024/bdt-2024-017.yaml:2:22: error: un segundo signo de dos puntos seguido de un espacio: para YAML empezaría aquí otra clave [unquoted-colon]
    2 | title: Digital skills: for schools
      |                      ^
  consejo: Escriba "Digital skills: for schools". Ponga entre comillas dobles rectas un texto que contenga dos puntos seguidos de un espacio.
content/agreements/2025/bdt-2025-001.yaml:2:9: error: un segundo signo de dos puntos seguido de un espacio: para YAML empezaría aquí otra clave [unquoted-colon]
    2 | title: a: b
      |         ^
  consejo: Escriba "a: b". Ponga entre comillas dobles rectas un texto que contenga dos puntos seguidos de un espacio.
2 errores
